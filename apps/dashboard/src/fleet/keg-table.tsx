import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent } from 'react'
import type { KegRow } from './keg-row.ts'
import { KegTableRow } from './keg-table-row.tsx'

const ROW_PX = 44
/** Rows that are drawn beyond what is seen. */
const BEYOND = 12

interface KegTableProps {
  readonly rows: readonly KegRow[]
  readonly selection: ReadonlySet<string>
  /** Absent where who looks may not change anything. */
  readonly select?: ((kegId: string, selected: boolean) => void) | undefined
}

/** The kegs, however many: only those that are seen are drawn. Arrow keys go from keg to keg. */
export function KegTable({ rows, selection, select }: KegTableProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_PX, overscan: BEYOND,
    getItemKey: (index) => rows[index]?.kegId ?? index,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  const goTo = (index: number) => {
    virtual.scrollToIndex(index)
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLAnchorElement>(`tr[aria-rowindex="${index + 2}"] th a`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const to = steps(event.key, indexOf(event.target), rows.length - 1)
    if (to === undefined) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <div ref={scroll} className="scroll" tabIndex={0} role="group" aria-label="kegs, as a table">
      <table className="kegs" aria-rowcount={rows.length + 1} onKeyDown={onKeyDown}>
        <thead>
          <tr aria-rowindex={1}>
            {select !== undefined && <th scope="col" className="pick"><span className="unseen">selected</span></th>}
            <th scope="col">keg</th>
            <th scope="col" className="wide">site</th>
            <th scope="col" className="number">temperature</th>
            <th scope="col" className="state">state</th>
            <th scope="col" className="number wide">poured</th>
            <th scope="col" className="number wide">heard of</th>
          </tr>
        </thead>
        <tbody>
          <Spacer px={first?.start ?? 0} />
          {items.map(({ index, key }) => {
            const row = rows[index]
            return row && <KegTableRow key={key} row={row} index={index + 2} select={select} selected={selection.has(row.kegId)} />
          })}
          <Spacer px={virtual.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are not drawn. */
const Spacer = ({ px }: { px: number }) => (px > 0 ? <tr aria-hidden="true" className="spacer" style={{ height: px }} /> : null)

function indexOf(target: EventTarget): number | undefined {
  const row = target instanceof HTMLElement ? target.closest('tr') : undefined
  return row === null || row === undefined ? undefined : Number(row.getAttribute('aria-rowindex')) - 2
}

/** Where a key leads from a row; `undefined` for other keys, and beyond the ends. */
function steps(key: string, from: number | undefined, last: number): number | undefined {
  if (from === undefined || from < 0) return undefined
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: last }[key]
  return to === undefined || to < 0 || to > last ? undefined : to
}
