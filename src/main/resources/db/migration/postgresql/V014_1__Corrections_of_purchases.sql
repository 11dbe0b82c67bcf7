create trigger replaced_purchase_append_only before update or delete on replaced_purchase
    for each row execute function refuse_change();
create trigger replaced_purchase_no_truncate before truncate on replaced_purchase
    for each statement execute function refuse_change();
