import { ServiceException } from '@keg/aws-service'
import { DEFAULT_BUS, type Bus } from '../event-rule.ts'
import { invalid } from '../refusal.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const createEventBus = operation('CreateEventBus', ({ Name, Description }, { rules }) => {
  // Names with slashes are those of partners' buses. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html
  if (Name.includes('/')) throw invalid(`EventBus name ${Name} is not valid: a custom event bus has no slash in its name.`)
  if (rules.hasBus(Name)) throw new ServiceException('ResourceAlreadyExistsException', 400, `Event bus ${Name} already exists.`)
  const { arn, description } = rules.putBus(Name, Description)
  return { EventBusArn: arn, Description: description }
})

export const deleteEventBus = operation('DeleteEventBus', ({ Name }, { rules }) => rules.deleteBus(Name))

export const describeEventBus = operation('DescribeEventBus', ({ Name = DEFAULT_BUS }, { rules }) => described(rules.bus(Name)))

export const listEventBuses = operation('ListEventBuses', (input, { rules }) => {
  const { NamePrefix = '' } = input
  const { items, NextToken } = page(rules.buses().filter(({ name }) => name.startsWith(NamePrefix)), input)
  return { EventBuses: items.map(described), NextToken }
})

function described({ name, arn, description, createdAtMs }: Bus) {
  return { Name: name, Arn: arn, Description: description, CreationTime: createdAtMs / 1000, LastModifiedTime: createdAtMs / 1000 }
}
