-- Made by scripts/generate-compiled.ts; reviewed, never run.

-- rowsPage
-- $1 3
-- $2 3
-- $3 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $4 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $5 "da"
-- $6 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $7 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $8 "nang"
-- $9 "1.5"
-- $10 "50"
-- $11 51
select id,
  array["c1"::text,
  "c2"::text]::text[] as cells
from "d7"
where from_n <= $1
  and (to_n is null or to_n > $2)
  and strpos(translate(lower("c1"), $3, $4), $5) > 0
  and strpos(translate(lower("c1"), $6, $7), $8) > 0
  and "c2" >= $9::text::numeric
  and id > $10::bigint
order by id
limit $11;

-- rowsPage in the order of a column
-- $1 3
-- $2 3
-- $3 "1.5"
-- $4 "50"
-- $5 51
select id,
  array["c1"::text,
  "c2"::text]::text[] as cells
from "d7"
     
where from_n <= $1
  and (to_n is null or to_n > $2)
  and "c2" is not null
  and ("c2", id) < ($3::text::numeric, $4::bigint)
     
order by "c2" desc,
  id desc
limit $5;

-- rowsPage of rows without a value
-- $1 3
-- $2 3
-- $3 "50"
-- $4 51
select id,
  array["c1"::text,
  "c2"::text]::text[] as cells
from "d7"
     
where from_n <= $1
  and (to_n is null or to_n > $2)
  and "c2" is null
  and id > $3::bigint
     
order by id
limit $4;

-- sortedAs
-- $1 "50"
-- $2 3
-- $3 3
select "c2"::text as value
from "d7"
where id = $1::bigint
  and from_n <= $2
  and (to_n is null or to_n > $3);

-- placeTexts
-- $1 3
-- $2 3
-- $3 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $4 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $5 "da"
-- $6 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $7 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $8 "nang"
-- $9 "1.5"
-- $10 400
select text,
  kept
   
from (
      select distinct "c1"::text as text, null::text as kept from "d7" where from_n <= $1 and (to_n is null or to_n > $2) and strpos(translate(lower("c1"), $3, $4), $5) > 0 and strpos(translate(lower("c1"), $6, $7), $8) > 0 and "c2" >= $9::text::numeric and "c1" is not null
    ) named
   
order by md5(text),
  kept
   
limit $10;

-- countedRows
-- $1 3
-- $2 3
-- $3 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $4 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $5 "da"
-- $6 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $7 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $8 "nang"
-- $9 "1.5"
-- $10 10001
select count(*)::int as n
from (select 1 from "d7" where from_n <= $1 and (to_n is null or to_n > $2) and strpos(translate(lower("c1"), $3, $4), $5) > 0 and strpos(translate(lower("c1"), $6, $7), $8) > 0 and "c2" >= $9::text::numeric limit $10) found;

-- spanOf
-- $1 3
-- $2 3
select (max("c1")::date - min("c1")::date)::int as days
from "d7"
where from_n <= $1
  and (to_n is null or to_n > $2);

-- groupedRows
-- $1 3
-- $2 3
-- $3 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $4 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $5 "da"
-- $6 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $7 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $8 "nang"
-- $9 "1.5"
-- $10 401

    select "c1"::text as key,
  null::text as line,
  (avg("c2"))::text as value,
  count(*)::int as rows
   
from "d7"
   
where from_n <= $1
  and (to_n is null or to_n > $2)
  and strpos(translate(lower("c1"), $3, $4), $5) > 0
  and strpos(translate(lower("c1"), $6, $7), $8) > 0
  and "c2" >= $9::text::numeric
   
group by 1
   
order by avg("c2") desc nulls last,
  1
   
limit $10;

-- groupedRows by month
-- $1 "YYYY-MM"
-- $2 3
-- $3 3
-- $4 401

    select to_char("c1", $1) as key,
  null::text as line,
  (count(*))::text as value,
  count(*)::int as rows
   
from "d7"
   
where from_n <= $2
  and (to_n is null or to_n > $3)
   
group by 1
   
order by 1
   
limit $4;

-- groupedRows of several lines
-- $1 3
-- $2 3
-- $3 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $4 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $5 "da"
-- $6 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $7 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $8 "nang"
-- $9 "1.5"
-- $10 ["Đà Nẵng"]
-- $11 6
-- $12 3
-- $13 3
-- $14 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $15 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $16 "da"
-- $17 "–—‑àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
-- $18 "---aaaaaaceeeeiiiinooooouuuuyyaaaccccddeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy"
-- $19 "nang"
-- $20 "1.5"
-- $21 2401

    with chosen as (
      select "c1"::text as line from "d7" where from_n <= $1 and (to_n is null or to_n > $2) and strpos(translate(lower("c1"), $3, $4), $5) > 0 and strpos(translate(lower("c1"), $6, $7), $8) > 0 and "c2" >= $9::text::numeric and "c1"::text = any ($10::text[]) group by 1 order by count(*) desc, 1 limit $11
    )
    select "c2"::text as key,
  "c1"::text as line,
  (count(*))::text as value,
  count(*)::int as rows
   
from "d7"
   
where from_n <= $12
  and (to_n is null or to_n > $13)
  and strpos(translate(lower("c1"), $14, $15), $16) > 0
  and strpos(translate(lower("c1"), $17, $18), $19) > 0
  and "c2" >= $20::text::numeric
  and "c1"::text in (select line from chosen)
   
group by 1,
  2
   
order by 1,
  2
   
limit $21;
