package kz.intelligentplatforms.partners.program;

/** What a level, with or without the service status, gives; each is a column of {@code tier-benefits.dmn}. */
public enum Benefit {
    POINTS_PROGRAM("pointsProgram"),
    PARTNER_DIRECTORY("partnerDirectory"),
    SPECIAL_SUPPLY_TERMS("specialSupplyTerms"),
    JOINT_EXHIBITIONS("jointExhibitions"),
    MARKETING_CO_FUNDING("marketingCoFunding"),
    DEMO_EQUIPMENT("demoEquipment"),
    DISTANCE_LEARNING("distanceLearning"),
    ADDITIONAL_SUPPLY_TERMS("additionalSupplyTerms"),
    SERVICE_DIRECTORY("serviceDirectory");

    final String column;

    Benefit(String column) {
        this.column = column;
    }
}
