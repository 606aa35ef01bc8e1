-- Every answer forgets which reasons its address was asked for: few are at any time.
create index decision_offer_awaited on app.decision_offer (tenant_id, reason_address) where reason_address is not null;
