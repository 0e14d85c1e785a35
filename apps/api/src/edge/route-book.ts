import type { FastifyInstance } from 'fastify';

type Route = { readonly method: string; readonly url: string; readonly matches: RegExp };

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

const compile = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);

/** The routes as registered: answers which methods an address takes, and proves the OpenAPI document complete. */
export class RouteBook {
  readonly #routes: Route[] = [];

  watch(instance: FastifyInstance): void {
    instance.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) this.#routes.push({ method: one, url, matches: compile(url) });
    });
  }

  get routes(): readonly { readonly method: string; readonly url: string }[] {
    return this.#routes;
  }

  methodsOf(address: string): readonly string[] {
    const path = pathOf(address);
    return [...new Set(this.#routes.filter((route) => route.matches.test(path)).map((route) => route.method))].sort();
  }
}
