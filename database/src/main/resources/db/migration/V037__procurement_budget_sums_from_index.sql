-- What stands against a budget line is summed while the line is locked: from the index alone, without visiting the rows.
drop index app.budget_commitment_by_line;
create index budget_commitment_by_line on app.budget_commitment (tenant_id, budget_line_id, state) include (amount_minor);
