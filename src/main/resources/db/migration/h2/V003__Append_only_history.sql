create trigger case_event_append_only before update, delete on case_event
    for each row call 'kz.intelligentplatforms.partners.platform.database.AppendOnly';
