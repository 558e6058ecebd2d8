/**
 * Of a unit's version `v`: it lives today and has none above it. The menu and the page of the ledger ask it; the
 * database's own wall is `may_read_ledger`.
 */
export const stands_above_all = `(
  v.valid @> today_in_vietnam() and upper(v.recorded) = 'infinity'
  and not exists (select from placement p
                   where p.unit_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and upper(p.recorded) = 'infinity'))`
