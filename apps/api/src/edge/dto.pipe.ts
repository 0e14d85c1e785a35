import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { faultOf } from './faults.ts';
import { isId } from './identifiers.ts';
import { RequestInvalid } from './problem-errors.ts';
import { readDto, type DtoClass } from './shapes.ts';

const isDto = (type: unknown): type is DtoClass => typeof type === 'function' && type !== Object;

/** Reads every body and query into its DTO, and takes path parameters only as ids. */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param') {
      if (!isId(value)) throw new RequestInvalid([faultOf(data ?? '', 'id.malformed')]);
      return value;
    }
    if (type === 'custom') return value;
    if (!isDto(metatype)) throw new TypeError(`a ${type} parameter without a DTO class`);
    return readDto(metatype, value);
  }
}
