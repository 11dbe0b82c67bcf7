create trigger co_fund_entry_append_only before update or delete on co_fund_entry
    for each row execute function refuse_change();
create trigger co_fund_entry_no_truncate before truncate on co_fund_entry
    for each statement execute function refuse_change();
