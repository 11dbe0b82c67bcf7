create trigger replaced_purchase_append_only before update, delete on replaced_purchase
    for each row call 'kz.intelligentplatforms.partners.platform.database.AppendOnly';
