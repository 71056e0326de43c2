import { partitionInput } from '../catalog-input.ts'
import { ignored, object, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { glue } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-partition.html */
export const gluePartition = resource('AWS::Glue::Partition', {
  uses: { glue },
  properties: {
    CatalogId: ignored('there is one account'),
    DatabaseName: required(text),
    TableName: required(text),
    PartitionInput: required(object(partitionInput)),
  },
  create({ DatabaseName, TableName, PartitionInput }, { services: { glue } }) {
    glue.createPartition(DatabaseName, TableName, PartitionInput)
    return { ref: `${DatabaseName}|${TableName}|${PartitionInput.Values.join('|')}` }
  },
  remove({ properties: { DatabaseName, TableName, PartitionInput: { Values } } }, { services: { glue } }) {
    if (glue.hasPartition(DatabaseName, TableName, Values)) glue.deletePartition(DatabaseName, TableName, Values)
  },
  // The catalog is on a shelf.
  restore: () => undefined,
})
