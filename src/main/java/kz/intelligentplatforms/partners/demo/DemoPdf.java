package kz.intelligentplatforms.partners.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** A PDF of one page with a few words, which its built-in font can write: Latin ones. */
final class DemoPdf {

    private DemoPdf() {}

    static byte[] of(String title, String line) {
        var content = "BT /F1 24 Tf 60 740 Td (%s) Tj 0 -40 Td /F1 14 Tf (%s) Tj ET".formatted(title, line);
        var objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                "<</Length %d>>stream\n%s\nendstream".formatted(content.length(), content));
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append("%d 0 obj%s endobj%n".formatted(i + 1, objects.get(i)).replace("\r", ""));
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append("trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table));
        return file.toString().getBytes(ISO_8859_1);
    }
}
