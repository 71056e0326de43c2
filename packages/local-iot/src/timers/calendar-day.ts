/** Whether a text `2026-12-24` is a day of the calendar: `Date.parse` takes a 30th of February as a day of March. */
export function isCalendarDay(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text)
}
