import { setQuery } from '../shell/location.ts'
import { ORDERS, SIGNS, type FleetView, type Sign, type SiteCount } from './fleet-view.ts'

interface FiltersProps {
  readonly view: FleetView
  readonly signs: Readonly<Record<Sign, number>>
  readonly sites: ReadonlyMap<string, SiteCount>
  /** What is wrong with the query, where something is. */
  readonly problem?: string | undefined
}

/** What to look at of the fleet; kept in the page's address, so that it can be sent to somebody. */
export function Filters({ view, signs, sites, problem }: FiltersProps) {
  return (
    <form className="filters" role="search" aria-label="kegs" onSubmit={(event) => {
      event.preventDefault()
      const query = new FormData(event.currentTarget).get('query')
      setQuery({ query: typeof query === 'string' ? query : '' })
    }}>
      <label>
        find
        <input type="search" value={view.text} placeholder="keg or site" onChange={({ currentTarget }) => setQuery({ q: currentTarget.value })} />
      </label>
      <label>
        site
        <select value={view.siteId ?? ''} onChange={({ currentTarget }) => setQuery({ site: currentTarget.value })}>
          <option value="">all</option>
          {[...sites].sort(([one], [other]) => one.localeCompare(other)).map(([siteId, { kegs }]) => (
            <option key={siteId} value={siteId}>{siteId} ({kegs})</option>
          ))}
        </select>
      </label>
      <label>
        order
        <select value={view.order} onChange={({ currentTarget: { value } }) => setQuery({ sort: value === 'attention' ? '' : value })}>
          {Object.keys(ORDERS).map((order) => <option key={order}>{order}</option>)}
        </select>
      </label>
      <fieldset>
        <legend className="unseen">state</legend>
        {/* The table's own keys. */}
        {(Object.keys(SIGNS) as Sign[]).map((sign) => (
          <button
            key={sign} type="button" className="quiet" aria-pressed={view.sign === sign}
            onClick={() => setQuery({ is: view.sign === sign ? '' : sign })}
          >{sign} <span className="count">{signs[sign]}</span></button>
        ))}
      </fieldset>
      <details open={view.query !== ''}>
        <summary>query the fleet index</summary>
        <label>
          in the language of AWS IoT
          <input name="query" key={view.query} defaultValue={view.query} placeholder="shadow.reported.targetCelsius > 6" />
        </label>
        <button type="submit">Search</button>
        {view.query !== '' && <button type="button" className="quiet" onClick={() => setQuery({ query: '' })}>All kegs</button>}
        {problem !== undefined && <p className="problem" role="alert">{problem}</p>}
      </details>
    </form>
  )
}
