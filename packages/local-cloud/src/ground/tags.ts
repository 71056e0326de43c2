import { ignored } from './property.ts'

/** The property `Tags` of any resource. */
export const tags = ignored('nothing here is billed or searched by tag')
