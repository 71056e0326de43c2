import { tableInput } from '../catalog-input.ts'
import { ignored, object, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { glue } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-table.html */
export const glueTable = resource('AWS::Glue::Table', {
  uses: { glue },
  properties: {
    CatalogId: ignored('there is one account'),
    DatabaseName: required(text),
    Name: text,
    TableInput: required(object({ ...tableInput, TargetTable: refused('there is one account') })),
    OpenTableFormatInput: refused('Iceberg tables are not read here'),
  },
  create({ DatabaseName, Name, TableInput: { TargetTable: _, ...input } }, { services: { glue }, physicalName }) {
    const name = (input.Name ?? Name ?? physicalName()).toLowerCase()
    glue.createTable(DatabaseName, { ...input, Name: name })
    return { ref: name }
  },
  update({ DatabaseName, Name, TableInput: { TargetTable: _, ...input } }, { ref, properties }, { services: { glue } }) {
    if (DatabaseName.toLowerCase() !== properties.DatabaseName.toLowerCase() || (input.Name ?? Name ?? ref).toLowerCase() !== ref)
      return replacement
    glue.updateTable(DatabaseName, { ...input, Name: ref })
    return { ref }
  },
  remove({ ref, properties: { DatabaseName } }, { services: { glue } }) {
    if (glue.hasTable(DatabaseName, ref)) glue.deleteTable(DatabaseName, ref)
  },
  // The catalog is on a shelf.
  restore: () => undefined,
})
