import { type MallKey, mallKeys, mallSettings } from "#app/channels/mall-settings.ts";
import { connectors, malls } from "#app/channels/registry.ts";
import { playedMalls } from "../played-malls.ts";
import { sandboxEnvironments } from "../sandbox-settings.ts";
import { connectCorner, corner } from "./channel/index.ts";
import { cornerSettings } from "./channel/settings.ts";
import { cornerEnvironment } from "./stand-in/account.ts";
import { playedCorner } from "./stand-in/index.ts";

/**
 * A mall that nobody has heard of, made along docs/adding-a-mall.md: a folder, a stand-in, and here its line in each of the four
 * lists. Whoever imports this has seven malls.
 */
export const seventh = "corner" as MallKey;

Object.assign(mallSettings, { [seventh]: cornerSettings });
Object.assign(malls, { [seventh]: corner });
Object.assign(connectors, { [seventh]: connectCorner });
Object.assign(playedMalls, { [seventh]: playedCorner });
Object.assign(sandboxEnvironments, { [seventh]: cornerEnvironment });
mallKeys.push(seventh);
