import { coldTables } from '@keg/cold-store'

/** An attribute of an item, as DynamoDB's streams have it. */
export interface ImageAttribute {
  readonly S?: string
  readonly N?: string
}

const members = Object.entries(coldTables.pours)

/** The row of a pour, as JSON: of its item in the ledger, what the cold table has a column for. */
export const coldPour = (image: Readonly<Record<string, ImageAttribute>>): string =>
  JSON.stringify(Object.fromEntries(members.map(([member, type]) => [
    member, type === 'string' ? image[member]?.S : image[member]?.N === undefined ? undefined : Number(image[member].N),
  ])))
