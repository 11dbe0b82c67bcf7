package kz.intelligentplatforms.partners.points.web;

/** Pages as addresses count them, from 1, and as queries do, from 0. */
final class PageNumber {

    private static final int MAX = 10_000;

    private PageNumber() {}

    /** @return from 0; what is no page is the first */
    static int of(String typed) {
        return typed.matches("[0-9]{1,5}") ? Math.min(Math.max(Integer.parseInt(typed), 1), MAX) - 1 : 0;
    }
}
