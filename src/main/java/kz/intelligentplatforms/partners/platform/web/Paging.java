package kz.intelligentplatforms.partners.platform.web;

/**
 * Where one is in a long list.
 *
 * @param number of the page; counts from 1
 * @param count of all items
 */
public record Paging(int number, long count) {

    public static final int SIZE = 25;

    /** @param typed what is no page is the first */
    public static int number(String typed) {
        return typed.matches("[0-9]{1,5}") ? Math.max(Integer.parseInt(typed), 1) : 1;
    }

    public long pages() {
        return Math.max(1, (count + SIZE - 1) / SIZE);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }
}
