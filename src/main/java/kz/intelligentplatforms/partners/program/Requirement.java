package kz.intelligentplatforms.partners.program;

/** What a level or the service status can ask for; each is a column of {@code tier-requirements.dmn}. */
public enum Requirement {
    REGISTRATION("registration"),
    JOINT_SALES_PLAN("jointSalesPlan"),
    SALES_SPECIALIST("salesSpecialist"),
    CERTIFIED_TECHNICAL_STAFF("certifiedTechnicalStaff"),
    JOINT_SOLUTIONS("jointSolutions"),
    SERVICE_PROGRAMS("servicePrograms"),
    PRODUCT_ENGINEER("productEngineer");

    final String column;

    Requirement(String column) {
        this.column = column;
    }
}
