package kz.intelligentplatforms.partners.tierupgrade;

import kz.intelligentplatforms.partners.tierupgrade.Evidence.Certificate;

/** A certificate, and whose it is. */
public record PersonsCertificate(String name, Certificate certificate) {}
