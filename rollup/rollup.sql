-- Trade rows to sums by period, flow, reporter, partner and product, for DuckDB and Spark alike.
--
-- `trade` has UN Comtrade's columns, as text or typed. Sums are decimals, so that the order of
-- adding cannot matter. Rows that cannot be used come out too, under their fault and without a key,
-- to be counted.

WITH fields AS (
  SELECT
    TRIM(CAST(period AS STRING)) AS period,
    UPPER(TRIM(CAST(flowCode AS STRING))) AS flow,
    TRIM(CAST(reporterCode AS STRING)) AS reporter,
    TRIM(CAST(partnerCode AS STRING)) AS partner,
    UPPER(TRIM(CAST(cmdCode AS STRING))) AS code,
    TRY_CAST(primaryValue AS DECIMAL(24, 3)) AS value_usd,
    -- A weight of nought stands for one that was not reported.
    NULLIF(TRY_CAST(netWgt AS DECIMAL(24, 3)), 0) AS weight_kg,
    -- Rows by second partner, customs procedure or means of transport are parts of another row.
    COALESCE(TRIM(CAST(partner2Code AS STRING)), '') IN ('', '0')
      AND COALESCE(TRIM(CAST(customsCode AS STRING)), '') IN ('', 'C00')
      AND COALESCE(TRIM(CAST(motCode AS STRING)), '') IN ('', '0')
      AND COALESCE(TRIM(CAST(mosCode AS STRING)), '') IN ('', '0') AS is_whole
  FROM trade
),

-- Codes have an even number of digits: an odd one has lost its leading nought to a number.
coded AS (
  SELECT
    *,
    CASE
      WHEN LENGTH(code) IN (1, 3, 5) AND TRANSLATE(code, '0123456789', '') = '' THEN CONCAT('0', code)
      ELSE code
    END AS hs
  FROM fields
),

judged AS (
  SELECT
    *,
    CASE
      WHEN period IS NULL OR flow IS NULL OR reporter IS NULL OR partner IS NULL OR hs IS NULL
        THEN 'a code is missing'
      WHEN TRANSLATE(period, '0123456789', '') <> '' OR LENGTH(period) NOT IN (4, 6)
        OR SUBSTRING(period, 1, 4) < '1900' OR SUBSTRING(period, 1, 4) > '2200'
        OR (LENGTH(period) = 6 AND (SUBSTRING(period, 5, 2) < '01' OR SUBSTRING(period, 5, 2) > '12'))
        THEN 'the period is no year or month'
      WHEN reporter = '' OR partner = '' OR LENGTH(reporter) > 4 OR LENGTH(partner) > 4
        OR TRANSLATE(reporter, '0123456789', '') <> '' OR TRANSLATE(partner, '0123456789', '') <> ''
        THEN 'a country is no number of up to four digits'
      WHEN flow NOT IN ('M', 'X') THEN 'neither imports nor exports'
      WHEN hs <> 'TOTAL' AND (LENGTH(hs) NOT IN (2, 4, 6) OR TRANSLATE(hs, '0123456789', '') <> '')
        THEN 'the product is no heading of the HS'
      WHEN value_usd < 0 OR weight_kg < 0 THEN 'an amount is negative'
      WHEN value_usd IS NULL AND weight_kg IS NULL THEN 'there is no amount'
    END AS fault
  FROM coded
),

keyed AS (
  SELECT
    fault,
    CASE WHEN fault IS NULL THEN period END AS period,
    CASE WHEN fault IS NULL THEN flow END AS flow,
    CASE WHEN fault IS NULL THEN CAST(CAST(reporter AS INT) AS STRING) END AS reporter,
    CASE WHEN fault IS NULL THEN CAST(CAST(partner AS INT) AS STRING) END AS partner,
    CASE WHEN fault IS NULL THEN hs END AS hs,
    value_usd,
    weight_kg,
    is_whole
  FROM judged
),

summed AS (
  SELECT
    fault, period, flow, reporter, partner, hs,
    COUNT(*) AS records,
    MAX(CASE WHEN is_whole THEN 1 ELSE 0 END) AS wholes,
    -- The greatest of several whole rows: a file given twice changes nothing.
    MAX(CASE WHEN is_whole THEN value_usd END) AS whole_value,
    MAX(CASE WHEN is_whole THEN weight_kg END) AS whole_weight,
    SUM(value_usd) AS parts_value,
    SUM(weight_kg) AS parts_weight
  FROM keyed
  GROUP BY fault, period, flow, reporter, partner, hs
)

SELECT
  fault,
  records,
  CONCAT(reporter, '-', CASE WHEN hs = 'TOTAL' THEN '00' ELSE SUBSTRING(hs, 1, 2) END) AS part,
  period,
  flow,
  reporter,
  partner,
  hs,
  CAST(CASE WHEN wholes = 1 THEN whole_value ELSE parts_value END AS DECIMAL(34, 3)) AS value_usd,
  CAST(CASE WHEN wholes = 1 THEN whole_weight ELSE parts_weight END AS DECIMAL(34, 3)) AS weight_kg
FROM summed
