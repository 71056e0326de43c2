import { type Input, ServiceException, textOf } from '@keg/aws-service'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import { DEFAULT_BUS, type Bus } from './event-rule.ts'
import type { EventRules } from './event-rules.ts'
import { member, page } from './request.ts'

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
const BUS_NAME = /^[.\-_A-Za-z0-9]{1,256}$/

/** Event buses. */
export function busOperations(rules: EventRules): Operations {
  return {
    CreateEventBus: (input) => {
      const name = member(input, 'Name', BUS_NAME)
      if (rules.hasBus(name)) throw new ServiceException('ResourceAlreadyExistsException', 400, `Event bus ${name} already exists.`)
      const { arn, description } = rules.putBus(name, textOf(input['Description']))
      return { EventBusArn: arn, Description: description }
    },
    DeleteEventBus: (input) => {
      rules.deleteBus(member(input, 'Name'))
      return {}
    },
    DescribeEventBus: ({ Name }) => described(rules.bus(textOf(Name) ?? DEFAULT_BUS)),
    ListEventBuses: (input: Input) => {
      const found = rules.buses().filter(({ name }) => name.startsWith(textOf(input['NamePrefix']) ?? ''))
      const { items, NextToken } = page(found, input)
      return { EventBuses: items.map(described), NextToken }
    },
  }
}

function described({ name, arn, description, createdAtMs }: Bus): object {
  return { Name: name, Arn: arn, Description: description, CreationTime: createdAtMs / 1000, LastModifiedTime: createdAtMs / 1000 }
}
