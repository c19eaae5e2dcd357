-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- atPoint
-- $1 108.15
-- $2 16.06
-- $3 "2025-07-01"
-- $4 "2025-07-01"
select distinct "place_outline"."place_id"
from "place_outline"
inner join "place" on "place"."id" = "place_outline"."place_id"
where st_covers(geom, st_setsrid(st_makepoint($1::float8, $2::float8), 4326))
  and coalesce(place.from_day, '-infinity') <= $3::date
  and $4::date < coalesce(place.to_day, 'infinity');
