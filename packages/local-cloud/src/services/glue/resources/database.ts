import { databaseInput } from '../catalog-input.ts'
import { ignored, object, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { glue } from '../name.ts'

const oneAccount = ignored('there is one account')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-database.html */
export const glueDatabase = resource('AWS::Glue::Database', {
  uses: { glue },
  properties: {
    CatalogId: oneAccount,
    DatabaseName: text,
    DatabaseInput: required(object({
      ...databaseInput, TargetDatabase: refused('there is one account'),
      FederatedDatabase: refused('there are no connections to other catalogs'),
    })),
  },
  create({ DatabaseName, DatabaseInput: { TargetDatabase: _, FederatedDatabase: __, ...input } }, { services: { glue }, physicalName }) {
    const name = (DatabaseName ?? input.Name ?? physicalName()).toLowerCase()
    glue.createDatabase({ ...input, Name: name })
    return { ref: name }
  },
  update({ DatabaseName, DatabaseInput: { TargetDatabase: _, FederatedDatabase: __, ...input } }, { ref }, { services: { glue } }) {
    if ((DatabaseName ?? input.Name ?? ref).toLowerCase() !== ref) return replacement
    glue.updateDatabase(ref, { ...input, Name: ref })
    return { ref }
  },
  remove: ({ ref }, { services: { glue } }) => {
    if (glue.hasDatabase(ref)) glue.deleteDatabase(ref)
  },
  // The catalog is on a shelf.
  restore: () => undefined,
})
