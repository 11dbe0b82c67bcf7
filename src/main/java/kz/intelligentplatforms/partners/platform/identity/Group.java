package kz.intelligentplatforms.partners.platform.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The groups people belong to; the id is the engine's group id, a candidate group in the models and an authority in Spring Security. */
public enum Group {
    PARTNERS("Партнёры"),
    ACCOUNT_MANAGERS("Менеджеры по работе с партнёрами"),
    CERTIFICATION_MANAGERS("Менеджеры по сертификации"),
    SERVICE_MANAGERS("Менеджеры сервиса"),
    SOLUTION_ARCHITECTS("Архитекторы решений"),
    PROGRAM_MANAGERS("Руководители программы"),
    MARKETING_MANAGERS("Менеджеры по маркетингу"),
    FINANCE("Финансы"),
    MONITORS("Наблюдатели"),
    ERP("Учётная система"),
    CAMUNDA_ADMIN("Администраторы");

    /** The vendor's people who work tasks. */
    public static final List<Group> TASK_WORKERS = List.of(
            ACCOUNT_MANAGERS,
            CERTIFICATION_MANAGERS,
            SERVICE_MANAGERS,
            SOLUTION_ARCHITECTS,
            PROGRAM_MANAGERS,
            MARKETING_MANAGERS,
            FINANCE);

    /** Who may see the staff pages: everyone of the vendor's, people who only watch included. */
    public static final List<Group> STAFF = Arrays.stream(values())
            .filter(group -> group != PARTNERS && group != ERP)
            .toList();

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** The ids of several groups, as Spring Security's {@code hasAnyAuthority} takes them. */
    public static String[] ids(List<Group> groups) {
        return groups.stream().map(Group::id).toArray(String[]::new);
    }
}
