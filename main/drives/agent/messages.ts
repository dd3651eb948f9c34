import * as v from "valibot";

/** A request to the drive agent. `id` comes back with the reply. */
export const AgentRequestSchema = v.variant("type", [
  v.strictObject({ type: v.literal("list"), id: v.number() }),
  v.strictObject({ type: v.literal("watch") }), // sends look-again from now on
]);
export type AgentRequest = v.InferOutput<typeof AgentRequestSchema>;

/** A reply of the drive agent. Native code fills it, so the app parses it before use. */
export const AgentReplySchema = v.variant("type", [
  v.strictObject({ type: v.literal("ready") }),
  v.strictObject({ type: v.literal("devices"), id: v.number(), devices: v.array(v.unknown()) }),
  v.strictObject({ type: v.literal("failed"), id: v.number(), detail: v.string() }),
  v.strictObject({ type: v.literal("look-again") }),
]);
export type AgentReply = v.InferInput<typeof AgentReplySchema>;
