package kz.intelligentplatforms.partners.directory;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import kz.intelligentplatforms.partners.directory.LogoRefused.Reason;

/** A logo, drawn anew from what was uploaded: of the file itself, and of whatever hid in it, nothing is kept. */
public final class Logo {

    public static final int MAX_BYTES = 500_000;

    /** Pixels, of what is uploaded. */
    public static final int MAX_SIDE = 2000;

    /** Pixels, of what is kept. */
    static final int KEPT_SIDE = 400;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final byte[] png;

    private Logo(byte[] png) {
        this.png = png;
    }

    /**
     * Reads a PNG or JPEG, recognised by its content.
     *
     * @throws LogoRefused when it is none, or too large
     */
    public static Logo of(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new LogoRefused(Reason.TOO_LARGE);
        }
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new LogoRefused(Reason.NOT_AN_IMAGE);
            }
            var reader = readers.next();
            try {
                // Without its metadata, which may unpack to more than the picture.
                reader.setInput(input, true, true);
                return new Logo(png(fit(read(reader))));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage read(ImageReader reader) {
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw new LogoRefused(Reason.NOT_AN_IMAGE);
            }
            // Said in the first bytes: nothing is unpacked before it is known how large it becomes.
            if (reader.getWidth(0) > MAX_SIDE || reader.getHeight(0) > MAX_SIDE) {
                throw new LogoRefused(Reason.TOO_MANY_PIXELS);
            }
            return reader.read(0);
        } catch (LogoRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A broken file makes the readers fail in many ways, not only as they declare.
            throw new LogoRefused(Reason.BROKEN);
        }
    }

    /** Never larger than it was; halved step by step, as one large step would lose thin lines. */
    private static BufferedImage fit(BufferedImage picture) {
        double scale = Math.min(1, (double) KEPT_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = picture;
        while (drawn.getWidth() > 2 * width && drawn.getHeight() > 2 * height) {
            drawn = draw(drawn, drawn.getWidth() / 2, drawn.getHeight() / 2);
        }
        return draw(drawn, width, height);
    }

    private static BufferedImage draw(BufferedImage picture, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", output);
        }
        return bytes.toByteArray();
    }

    /** The picture as PNG, at most 400 x 400 pixels. */
    public byte[] png() {
        return Arrays.copyOf(png, png.length);
    }
}
