/** The words of the calendar in one language, lower case. */
export interface Calendar {
  /** Weekdays and months. */
  readonly dates: ReadonlySet<string>;
  /** Parts of the day, "today" and its neighbours. */
  readonly times: ReadonlySet<string>;
  /** Minutes to years: they measure one. */
  readonly units: ReadonlySet<string>;
}

const january = Date.UTC(2024, 0, 1);
const hour = 3_600_000;
const day = 24 * hour;

const calendars = new Map<string, Calendar>();

/**
 * The calendar of a language, from `Intl`; English for what is no language. Short forms only where
 * they are capitalised, and so are no other words.
 */
export function calendarOf(language: string): Calendar {
  const locale = supported(language);
  const known = calendars.get(locale);
  if (known) return known;
  const made = makeCalendar(locale);
  calendars.set(locale, made);
  return made;
}

function supported(language: string): string {
  try {
    const [base = 'en'] = Intl.DateTimeFormat.supportedLocalesOf([language]);
    return base.split('-')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function makeCalendar(locale: string): Calendar {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const months = (month: 'long' | 'short'): string[] => {
    const { format: written } = format({ month });
    return Array.from({ length: 12 }, (_, at) => written(Date.UTC(2024, at, 3)));
  };
  const weekdays = (weekday: 'long' | 'short'): string[] => {
    const { format: written } = format({ weekday });
    return Array.from({ length: 7 }, (_, at) => written(january + at * day));
  };
  const long = [...months('long'), ...weekdays('long')];
  const short = [...months('short'), ...weekdays('short')].filter((word) =>
    /^\p{Lu}\p{L}{2}/u.test(word),
  );
  const parts = format({ hour: 'numeric', hour12: true, dayPeriod: 'long' });
  const periods = [3, 9, 12, 15, 19, 23].flatMap((at) =>
    longWords(
      parts.formatToParts(january + at * hour).find(({ type }) => type === 'dayPeriod')?.value,
    ),
  );
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = [-1, 0, 1].flatMap((from) => longWords(relative.format(from, 'day')));
  return {
    dates: new Set([...long, ...short].flatMap(letters)),
    times: new Set([...periods, ...days]),
    units: new Set(unitWords(locale)),
  };
}

function unitWords(locale: string): string[] {
  return ['minute', 'hour', 'day', 'week', 'month', 'year'].flatMap((unit) => {
    const measure = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
    return [1, 2].flatMap((count) => letters(measure.format(count)));
  });
}

const letters = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** "in the morning" gives "morning". */
const longWords = (text = ''): string[] =>
  letters(text).filter((word) => word.length > 3 || !/^\p{Script=Latin}+$/u.test(word));
