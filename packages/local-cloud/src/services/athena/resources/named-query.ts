import { required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { athena } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-namedquery.html */
export const athenaNamedQuery = resource('AWS::Athena::NamedQuery', {
  uses: { athena },
  properties: { Name: text, Description: text, Database: required(text), QueryString: required(text), WorkGroup: text },
  create({ Name, Description: description, Database: database, QueryString: sql, WorkGroup }, { services: { athena }, physicalName }) {
    const id = athena.newId()
    athena.namedQueries.set(id, {
      id, name: Name ?? physicalName(128), description, database, sql, workGroup: athena.workGroup(WorkGroup ?? 'primary').name,
    })
    return { ref: id, attributes: { NamedQueryId: id } }
  },
  remove: ({ ref }, { services: { athena } }) => void athena.namedQueries.delete(ref),
  // Named queries are on a shelf.
  restore: () => undefined,
})
