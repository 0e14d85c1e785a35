import type { FastifyInstance } from 'fastify';

/**
 * Once closing has begun, every answer also closes its connection. Without this a request under way at that
 * moment would leave a kept-alive connection behind, and `close()` would wait for it to time out.
 */
export const closeGracefully = (instance: FastifyInstance): void => {
  let closing = false;
  instance.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  instance.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('Connection', 'close');
    done();
  });
};
