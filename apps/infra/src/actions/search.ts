import { toOpenSearch } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/** To an index of the stage's domain, where it has one. */
export const search: ActionBuilder<'search'> = ({ index, id }, { outside }) => outside.search && toOpenSearch(outside.search, { index, id })
