package kz.intelligentplatforms.partners.purchases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much the ERP may hand over at once.
 *
 * @param maxRequest of a JSON body
 * @param maxList purchases in one JSON body
 * @param maxFile of a file
 * @param maxRows purchases in one file
 */
@ConfigurationProperties("program.purchases")
public record PurchaseSettings(DataSize maxRequest, int maxList, DataSize maxFile, int maxRows) {}
