import { routesOf, type RouteMatch } from '@keg/aws-service'
import { routes, type Service } from '../model/model.generated.ts'

/** The operation of AWS IoT that a request is for. */
export type IotRoute = RouteMatch<Service>

/** Finds it; answers `undefined` where AWS IoT has none there, and throws `ServiceException` for a path that can't be read. */
export const matchRoute = routesOf(routes)
