package kz.intelligentplatforms.partners.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** How large an evidence file may be, and how many may lie together. */
@ConfigurationProperties("program.documents")
public record DocumentSettings(DataSize maxSize, int perFolder) {}
