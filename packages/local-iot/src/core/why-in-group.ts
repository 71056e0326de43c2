import { compileTerm, valuesOf } from '../fleet-index/query/match-query.ts'
import { parseQuery } from '../fleet-index/query/parse-query.ts'
import { printQuery } from '../fleet-index/query/print-query.ts'
import type { Query } from '../fleet-index/query/query.ts'
import type { IndexedDocument } from '../fleet-index/document/indexed-document.ts'
import type { IotCore } from '../operations/iot-core.ts'
import { findThing } from '../operations/things/find-thing.ts'
import { findThingGroup } from '../operations/thing-groups/find-thing-group.ts'
import { withoutDynamicGroups } from '../dynamic-groups/dynamic-groups.ts'

/** Why a thing is in a thing group or is not. */
export interface GroupWhyReport {
  readonly groupName: string
  readonly thingName: string
  readonly isMember: boolean
  /** In a sentence. */
  readonly because: string
  /** The query of a dynamic group with the thing's values; absent for a static group. */
  readonly explanation?: QueryExplanation
}

/** A part of a query and what it came to. */
export interface QueryExplanation {
  /** As queries are written. */
  readonly query: string
  readonly result: boolean
  /** What the thing has in the field of a term; absent where the term is for all fields, empty where it has nothing. */
  readonly values?: readonly (string | number | boolean)[]
  /** Absent for a term. */
  readonly parts?: readonly QueryExplanation[]
}

/** Tells why a thing is in a thing group, part by part of its query. Throws ServiceException for a thing or group that is not there. */
export function whyInGroup(
  { state, fleetIndex }: Pick<IotCore, 'state' | 'fleetIndex'>, groupName: string, thingName: string,
): GroupWhyReport {
  const { dynamic } = findThingGroup(state, groupName)
  findThing(state, thingName)
  const isMember = state.attachments.groupsOf(thingName).includes(groupName)
  const document = dynamic === undefined ? undefined : fleetIndex.thing(thingName)
  if (dynamic === undefined || document === undefined) {
    return { groupName, thingName, isMember, because: `the group is static, and the thing was ${isMember ? '' : 'not '}added to it` }
  }
  const explanation = explain(parseQuery(dynamic.queryString), withoutDynamicGroups(document, state))
  return { groupName, thingName, isMember, because: reason(isMember, explanation.result), explanation }
}

function reason(isMember: boolean, result: boolean): string {
  if (isMember === result) return `the query is ${String(result)}`
  return result
    ? 'the query is true, and the thing is in as many thing groups as it can be, or not yet in this one'
    : 'the query is false, and the thing is not yet out of it'
}

function explain(query: Query, document: IndexedDocument): QueryExplanation {
  if (query.kind === 'term') {
    const values = query.field === undefined ? {} : { values: fieldValues(query.field, valuesOf(document, query) ?? [], document) }
    return { query: printQuery(query), result: compileTerm(query)(document), ...values }
  }
  const parts = (query.kind === 'not' ? [query.part] : query.parts).map((part) => explain(part, document))
  const results = parts.map(({ result }) => result)
  const result = query.kind === 'not' ? !results[0] : query.kind === 'and' ? results.every(Boolean) : results.some(Boolean)
  return { query: printQuery(query), result, parts }
}

/** A location is none of the field's own values. */
function fieldValues(field: string, values: readonly { readonly raw: string | number | boolean }[], { points }: IndexedDocument) {
  const point = points.get(field)
  return point === undefined ? values.map(({ raw }) => raw) : [`${point.latitude},${point.longitude}`]
}
