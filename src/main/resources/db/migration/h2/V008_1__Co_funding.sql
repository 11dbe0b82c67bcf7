create trigger co_fund_entry_append_only before update, delete on co_fund_entry
    for each row call 'kz.intelligentplatforms.partners.platform.database.AppendOnly';
