/**
 * What the report says (PRODUCT.md, section 7), in SQL over the cells as they stand in the sheets. `asked` has one row: what is
 * asked for. Days are serial numbers, weeks begin on Sundays; serial 1 was a Sunday.
 */
export const reportViews = `
CREATE TABLE asked ("today" INTEGER, "from" INTEGER, "to" INTEGER, whose TEXT, kind TEXT, "window" INTEGER, lapsedAfter INTEGER);

-- Orders: a cell's date, or its text; an order id counts once, the live sheet (the later place) before the archive, then the later row.
CREATE VIEW "read order" AS SELECT place, row, trim(OrderId) AS id, lower(trim(BillingEmail)) AS email,
  CASE WHEN typeof(OrderDate) IN ('integer', 'real') THEN CAST(OrderDate AS INTEGER) ELSE CAST(julianday(substr(OrderDate, 1, 10)) - julianday('1899-12-30') AS INTEGER) END AS day,
  CASE WHEN typeof(OrderDate) IN ('integer', 'real') THEN OrderDate - CAST(OrderDate AS INTEGER) ELSE julianday('2000-01-01 ' || substr(OrderDate, 12)) - julianday('2000-01-01') END AS clock,
  lower(trim(Status)) AS status
  FROM "Order rows" WHERE trim(coalesce(OrderId, '')) <> '';
CREATE TABLE alias (email TEXT, main TEXT);
CREATE TABLE "every order" (id TEXT, person TEXT, day INTEGER, counts INTEGER, n INTEGER);
CREATE INDEX "order of" ON "every order" (person, day);
CREATE VIEW "order" AS SELECT id, person, day, n FROM "every order" WHERE counts;

-- Tasks: each once, the live sheet first; what became of it as its row tells.
CREATE TABLE task (id TEXT, person TEXT, type TEXT, rule TEXT, assignee TEXT, language TEXT, due INTEGER, firstDue INTEGER, done INTEGER, status TEXT, outcome TEXT, ending TEXT, contact INTEGER, created INTEGER);
CREATE INDEX "task of" ON task (person);
CREATE VIEW "asked task" AS SELECT task.* FROM task, asked WHERE due BETWEEN "from" AND "to" AND (whose IS NULL OR assignee = lower(whose)) AND (kind IS NULL OR lower(type) = lower(kind));

-- Contacts made, and ends without one. An order credits the last contact at most so many days before it, that day included; where there was none, the last end without a contact.
CREATE VIEW attempt AS SELECT id, person, done, contact, created, type, assignee FROM task WHERE done IS NOT NULL AND (contact OR ending IN ('skipped', 'expired'));
CREATE VIEW credit AS SELECT "order", id FROM (
  SELECT "order".id AS "order", attempt.id, row_number() OVER (PARTITION BY "order".id ORDER BY contact DESC, done DESC, created DESC, attempt.id DESC) AS n
  FROM "order" JOIN attempt ON attempt.person = "order".person AND "order".day BETWEEN done AND done + (SELECT "window" FROM asked)
) WHERE n = 1;
`;

/** Fills the tables that the views stand on, once for a workbook. */
export const reportTables = `
INSERT INTO alias WITH RECURSIVE part (person, word, rest) AS (
  SELECT Email, '', "Also Known As" || ',' FROM Contacts WHERE "Also Known As" IS NOT NULL
  UNION ALL SELECT person, lower(trim(substr(rest, 1, instr(rest, ',') - 1))), substr(rest, instr(rest, ',') + 1) FROM part WHERE rest <> ''
) SELECT word, person FROM part WHERE word <> '';
INSERT INTO "every order" SELECT id, person, day, counts, row_number() OVER (PARTITION BY person, counts ORDER BY day, clock, CAST(id AS INTEGER)) FROM (
  SELECT *, coalesce(main, email) AS person, status IN ('completed', 'processing') AS counts, row_number() OVER (PARTITION BY id ORDER BY place DESC, row DESC) AS n
  FROM "read order" LEFT JOIN alias USING (email) WHERE day IS NOT NULL AND email LIKE '_%@_%._%' AND email NOT LIKE '%@%@%'
) WHERE n = 1;
INSERT INTO task SELECT id, coalesce(main, email), type, rule, assignee, language, due, firstDue, done, status, outcome,
  CASE status WHEN 'Completed' THEN 'completed' WHEN 'Skipped' THEN CASE WHEN outcome LIKE 'Auto: expired,%' OR outcome LIKE 'Auto: פגה,%' THEN 'expired' WHEN outcome LIKE 'Auto: %' THEN 'withdrawn' ELSE 'skipped' END ELSE 'open' END,
  status = 'Completed' AND (outcome IS NULL OR NOT EXISTS (SELECT 1 FROM "CRM Outcomes" WHERE lower("CRM Outcomes".Outcome) = lower(trim(once.outcome)) AND coalesce("Counts as contact", 'N') <> 'Y')),
  created
  FROM (
    SELECT "Task ID" AS id, lower(trim(Email)) AS email, "Task Type" AS type, Rule AS rule, lower(coalesce(nullif(trim("Assigned To"), ''), 'Manager')) AS assignee, "Message Language" AS language,
      coalesce("Due Date", "First Due", "Created Date") AS due, coalesce("First Due", "Due Date", "Created Date") AS firstDue, "Completed Date" AS done,
      Status AS status, Outcome AS outcome, "Created Date" AS created, row_number() OVER (PARTITION BY "Task ID" ORDER BY live DESC, row DESC) AS n
    FROM (SELECT *, 0 AS live FROM "CRM Task Archive" UNION ALL SELECT *, 1 FROM "CRM Tasks") WHERE "Task ID" IS NOT NULL
  ) AS once LEFT JOIN alias USING (email) WHERE n = 1;
`;

/** The counts of the asked tasks, a row for each value of the expression; `overdue` is still open after its due date. */
export const countsBy = (key: string): string => `
WITH mine AS (SELECT ${key} AS key, ending, due, firstDue, done, ending = 'open' AND due < today AS overdue FROM "asked task", asked),
late AS (SELECT key, done - due AS days, row_number() OVER (PARTITION BY key ORDER BY done - due) AS n, count(*) OVER (PARTITION BY key) AS of FROM mine WHERE ending = 'completed'),
middle AS (SELECT key, avg(days) AS days FROM late WHERE n IN ((of + 1) / 2, of / 2 + 1) GROUP BY key),
sums AS (SELECT key, count(*) AS due, sum(ending = 'completed') AS completed, sum(ending = 'skipped') AS skipped, sum(ending = 'withdrawn') AS withdrawn, sum(ending = 'expired') AS expired, sum(overdue) AS overdue,
  sum(ending = 'completed' AND done <= due) AS onTime, sum(ending = 'completed' AND done <= firstDue) AS onTimeFirst FROM mine GROUP BY key)
SELECT sums.key AS key, due, completed, skipped, withdrawn, expired, overdue,
  completed * 1.0 / nullif(completed + skipped + expired + overdue, 0) AS completionRate,
  onTime * 1.0 / nullif(completed, 0) AS onTimeRate, onTimeFirst * 1.0 / nullif(completed, 0) AS onTimeFirstRate, days AS medianDaysToDone
FROM sums LEFT JOIN middle ON middle.key IS sums.key ORDER BY sums.key`;

/** Only attempts whose days are all over are judged. */
export const reorders = `
SELECT contact, count(*) AS count, count(credited.id) AS reordered, count(credited.id) * 1.0 / nullif(count(*), 0) AS rate
FROM attempt LEFT JOIN (SELECT DISTINCT id FROM credit) AS credited USING (id), asked
WHERE done BETWEEN "from" AND "to" AND (whose IS NULL OR assignee = lower(whose)) AND (kind IS NULL OR lower(type) = lower(kind)) AND done + "window" < today GROUP BY contact`;

/** Welcomed: a Welcome task reached the person on the day of the second order at the latest. */
export const secondOrders = `
SELECT EXISTS (SELECT 1 FROM task WHERE task.person = first.person AND task.type = 'Welcome' AND contact AND (second.day IS NULL OR done <= second.day)) AS welcomed,
  count(*) AS customers, count(second.id) AS again, count(second.id) * 1.0 / nullif(count(*), 0) AS rate
FROM "order" AS first LEFT JOIN "order" AS second ON second.person = first.person AND second.n = 2, asked
WHERE first.n = 1 AND first.day BETWEEN "from" AND "to" AND (second.day IS NULL OR second.day <= today) GROUP BY welcomed`;

/** At the end of each week of the period, of twelve weeks where it is shorter, from the first order on, 106 weeks at most: where each person stood, going by the orders that count today. Known since the first order row of whatever status, or since Mailchimp. */
export const statuses = `
WITH RECURSIVE last AS (SELECT min("to", today) AS day FROM asked),
first AS (SELECT max(min("from", last.day - (last.day - 1) % 7 - 77), (SELECT min(day) FROM "every order")) AS day FROM asked, last),
saturday (day) AS (SELECT day + 6 - (day - 1) % 7 FROM first UNION ALL SELECT saturday.day + 7 FROM saturday, last WHERE saturday.day < last.day),
ending AS (SELECT min(saturday.day, last.day) AS day FROM saturday, last),
contact AS (SELECT lower(trim(Email)) AS person, "Mailchimp Since" AS since FROM Contacts WHERE "Customer Status" IS NOT NULL),
stood AS (SELECT ending.day AS day, since, lapsedAfter,
  (SELECT min(day) FROM "every order" WHERE person = contact.person) AS first,
  (SELECT count(*) FROM "order" WHERE person = contact.person AND "order".day <= ending.day) AS orders,
  (SELECT max("order".day) FROM "order" WHERE person = contact.person AND "order".day <= ending.day) AS newest
  FROM ending, contact, asked),
known AS (SELECT * FROM stood WHERE orders > 0 OR since < stood.day + 1 OR first <= stood.day OR (since IS NULL AND first IS NULL)),
status AS (SELECT day, CASE WHEN orders = 0 THEN 'Prospect' WHEN day - newest > lapsedAfter THEN 'Lapsed' WHEN orders = 1 THEN 'New' ELSE 'Repeat' END AS status FROM known)
SELECT day, sum(status = 'New') AS New, sum(status = 'Repeat') AS Repeat, sum(status = 'Lapsed') AS Lapsed, sum(status = 'Prospect') AS Prospect FROM status WHERE day > (SELECT max(day) FROM saturday) - 106 * 7 GROUP BY day ORDER BY day`;
