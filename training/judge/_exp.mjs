import { readdirSync, writeFileSync, readFileSync } from "node:fs";
import { createEventCoder } from "../../packages/core/dist/events/index.js";
import { createLanguage } from "../../packages/core/dist/language/index.js";
import { createEntityFinder } from "../../packages/core/dist/mentions/index.js";
import { createPlaceFinder } from "../../packages/core/dist/places/index.js";
import { createTimeFinder } from "../../packages/core/dist/times/index.js";
import { loadEnglish } from "@annalist/english";
import { isMarked, readAnnotated } from "./sentences.mjs";
import { readReports } from "./reports.mjs";
const knowledge = loadEnglish();
const [language, times, places, entities, events] = [createLanguage(knowledge),createTimeFinder(knowledge),createPlaceFinder(knowledge),createEntityFinder(knowledge),createEventCoder(knowledge)];
function run(report, judge){ const document=language.read(report), when=times.find(document,report,[]), where=places.find(document,report,[]), who=entities.find(document,report,where); const found=[]; events.code(document,report,{entities:who,places:where,times:when},[],(event,features)=>{ const right=judge(event); if(right!==undefined) found.push({features,right,rule:event.rule,pol:event.polarity}) }); return found }
const folder='training/annotated'
const out=[]
for(const name of readdirSync(folder).filter(n=>n.endsWith('.txt')).sort()) for(const s of readAnnotated(`${folder}/${name}`)) out.push({kind:name.slice(0,-4),ones:run({id:'x',text:s.text},e=>e.polarity==='affirmed'?isMarked(e,s.marks)?1:0:undefined)})
for(const {report,marks} of readReports(`${folder}/wikinews.tsv`,'/work/shared/corpora')) out.push({kind:'wikinews',id:report.id,ones:run(report,e=>{const m=marks.get(`${e.trigger.start} ${e.type}`); return m===undefined?undefined:m==='1'||(m==='t:AGREE'&&e.rule.startsWith('support.sign'))?1:m[0]==='t'?0.5:0})})
for (const [name,{columns,rows}] of Object.entries(knowledge.tables)) if(name.startsWith('frames/')) for(const row of rows){const cell=c=>row[columns.indexOf(c)]??''; const type=cell('type'); for(const text of cell('example').split('|').filter(Boolean)) out.push({kind:'examples',ones:run({id:'x',text},e=>e.polarity==='affirmed'?(e.type===type?1:0):undefined)})}
writeFileSync('/tmp/me/exp.jsonl',out.map(x=>JSON.stringify(x)).join('\n'))
const n={};for(const o of out)n[o.kind]=(n[o.kind]??0)+o.ones.length;console.log(n)
