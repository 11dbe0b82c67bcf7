package kz.intelligentplatforms.partners.directory;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Files for logos. */
public final class Pictures {

    private Pictures() {}

    /** A picture with a frame, in whatever format the machine knows. */
    public static byte[] of(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(new Color(18, 58, 90));
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.WHITE);
        canvas.drawRect(2, 2, width - 5, height - 5);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
