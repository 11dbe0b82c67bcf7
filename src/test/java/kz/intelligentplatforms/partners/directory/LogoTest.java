package kz.intelligentplatforms.partners.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import kz.intelligentplatforms.partners.directory.LogoRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    @ParameterizedTest
    @CsvSource({
        "png, 2000, 2000, 400, 400",
        "jpg, 1600, 400, 400, 100",
        "jpg, 300, 900, 133, 400",
        "png, 120, 40, 120, 40",
        "png, 2000, 1, 400, 1"
    })
    void drawsAPictureAnewWithinFourHundredPixels(String format, int width, int height, int keptWidth, int keptHeight)
            throws IOException {
        var kept = read(Logo.of(Pictures.of(format, width, height)).png());
        assertThat(kept.getWidth()).isEqualTo(keptWidth);
        assertThat(kept.getHeight()).isEqualTo(keptHeight);
    }

    @Test
    void keepsWhatIsTransparent() throws IOException {
        var picture = new BufferedImage(900, 900, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(450, 450, 0xff00ff00);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        assertThat(read(Logo.of(bytes.toByteArray()).png()).getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void keepsNothingOfWhatHidesInTheFile() {
        var script = "<script>alert(1)</script>".getBytes(US_ASCII);
        var png = Pictures.of("png", 50, 50);
        var polyglot = Arrays.copyOf(png, png.length + script.length);
        System.arraycopy(script, 0, polyglot, png.length, script.length);
        assertThat(new String(Logo.of(polyglot).png(), ISO_8859_1)).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void takesNoOtherFormat(String format) {
        assertRefused(Pictures.of(format, 50, 50), Reason.NOT_AN_IMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logo.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7"})
    void takesNoOtherFile(String content) {
        assertRefused(content.getBytes(US_ASCII), Reason.NOT_AN_IMAGE);
    }

    @Test
    void takesNoFileThatIsTooLarge() {
        assertRefused(new byte[Logo.MAX_BYTES + 1], Reason.TOO_LARGE);
    }

    @Test
    void takesNoPictureThatIsTooWideOrTooHigh() {
        assertRefused(Pictures.of("png", 2001, 10), Reason.TOO_MANY_PIXELS);
        assertRefused(Pictures.of("jpg", 10, 2001), Reason.TOO_MANY_PIXELS);
    }

    /** It says that it is a hundred thousand pixels wide and high; nobody unpacks it to find out. */
    @Test
    void unpacksNothingThatSaysItIsHuge() {
        var png = Pictures.of("png", 50, 50);
        png[17] = 1;
        png[21] = 1;
        assertRefused(png, Reason.TOO_MANY_PIXELS);
    }

    @Test
    void takesNoBrokenPicture() {
        var png = Pictures.of("png", 600, 600);
        assertRefused(Arrays.copyOf(png, 60), Reason.BROKEN);
        var jpeg = Pictures.of("jpg", 600, 600);
        assertRefused(Arrays.copyOf(jpeg, 20), Reason.BROKEN);
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> Logo.of(file))
                .isInstanceOfSatisfying(
                        LogoRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
