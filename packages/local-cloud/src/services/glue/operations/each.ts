import { ServiceException } from '@keg/aws-service'
import type { ErrorDetail } from '../model.generated.ts'

/** Does something with each of a list, and answers what was refused. */
export function each<Item, Problem>(
  list: readonly Item[], act: (item: Item) => void, problem: (item: Item, detail: ErrorDetail) => Problem,
): Problem[] {
  return list.flatMap((item) => {
    try {
      act(item)
      return []
    } catch (error) {
      if (!(error instanceof ServiceException)) throw error
      return [problem(item, { ErrorCode: error.name, ErrorMessage: error.message })]
    }
  })
}
