/** How the keys of records in buckets end: `2026/01/31/2026-01-31T12.00.00-{id}`. */
export function recordKey(nowMs: number, id: string): string {
  const [date = '', time = ''] = new Date(nowMs).toISOString().split('T')
  return `${date.replaceAll('-', '/')}/${date}T${time.slice(0, 8).replaceAll(':', '.')}-${id}`
}
