import { deleteParameter } from './delete-parameter.ts'
import { getParameter } from './get-parameter.ts'
import { getParameters } from './get-parameters.ts'
import { getParametersByPath } from './get-parameters-by-path.ts'
import { putParameter } from './put-parameter.ts'

export const operations = [deleteParameter, getParameter, getParameters, getParametersByPath, putParameter]
