import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

/** Type and mode of what a sentence tells, and whose deed it is. */
const told = (text: string) =>
  analyst
    .analyse({ id: "t", text })
    .events.map(({ type, mode, actors }) =>
      [type, mode ?? "", actors.map(({ start, end }) => text.slice(start, end)).join("+")].join(" "),
    );
const threats = (text: string) => told(text).filter((one) => one.startsWith("THREATEN"));

describe("warnings", () => {
  it("takes a warning of what others will do for no threat", () => {
    expect(threats("The police chief warned that smugglers would go on shooting at patrols.")).toEqual([]);
    expect(threats("The interior minister warned that the rebels could attack polling stations.")).toEqual([]);
    expect(threats("The bishop warned of a civil war.")).toEqual([]);
    expect(threats("The minister said the rebels would attack the town again.")).toEqual([]);
  });

  it("takes a warning of what one's own side will do for one", () => {
    expect(threats("The rebel commander warned that his men would attack any convoy in the valley.")).toHaveLength(1);
    expect(threats("Iran's foreign minister warned that Tehran would close the strait.")).toHaveLength(1);
    expect(threats("The rebels warned peasants not to vote on Sunday.")).toHaveLength(1);
  });

  it("knows from whom a threat was received, and the time that was given", () => {
    expect(threats("The editor received death threats from a paramilitary group.")).toEqual([
      "THREATEN violence a paramilitary group",
    ]);
    expect(threats("The army gave the rebels until Friday to leave the town.")).toHaveLength(1);
  });

  it("takes measures that are aimed at nobody for no threat, and grave consequences for no violence", () => {
    expect(threats("Military measures will be adopted to protect the harvest, the minister said.")).toEqual([]);
    expect(threats("The president said he was determined to defend the interests of the country.")).toEqual([]);
    expect(threats("The company is ready to use new software.")).toEqual([]);
    expect(threats("The general said there would be severe consequences for those who harbour rebels.")).toEqual([
      "THREATEN  The general",
    ]);
  });

  it("takes what one swears to do to others for a threat by him, and a promise to punish for no violence", () => {
    expect(threats("The general said that whoever helps the rebels will be shot.")).toEqual(["THREATEN violence The general"]);
    expect(threats("The commander said the rebels would pay dearly for the ambush.")).toEqual([
      "THREATEN violence The commander",
    ]);
    expect(threats("The prime minister vowed to punish the attackers.")).toEqual(["THREATEN  The prime minister"]);
    expect(threats("The parents threatened the school with court action.")).toEqual(["THREATEN  The parents"]);
  });
});
