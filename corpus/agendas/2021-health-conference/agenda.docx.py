#!/usr/bin/env python3
"""Writes agenda.docx, the final agenda of an invented conference, as an office program
would: numbers of motions and points come from numbering.xml and are not in the text,
some changes are still tracked, the contents list is a field.

    python3 agenda.docx.py        (writes agenda.docx beside this file)

The markup below: `%section`, `%auto TITLE` (a motion that is numbered automatically),
`%typed HEADING` (a motion whose number is typed), `%amendment`, `%emergency`, `%rule`,
`%statement`, `%plain HEADING`; `%mover LINE`; `%end LINE` (a line after the text);
`%note LINE` (belongs to no motion). `1. `, `a) `, `(i) ` and `* ` begin points, two
spaces in front nest them; {+inserted+} and {-deleted-} are tracked changes; ` // ` is
a line break."""

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

AGENDA = r"""
%section Pay and reward

%auto Three per cent is not thanks
%mover Submitted by: Tidewater Region

Conference notes that the award announced in March was less than the rise in the price of a week’s shopping, and that it was announced on the day on which the last of the field hospitals closed.

Conference further notes:
1. that forty-one of every hundred members who answered our spring survey had thought of leaving within the year;
2. that a porter on the lowest band has lost £2,180 a year in real terms since 2010;
3. that ministers found money for a telephone tracing firm in nine days.

Conference believes that applause does not pay the rent.

Conference instructs the Service Group Executive to:
1. submit a claim for a flat-rate rise of £2,000 or fifteen per cent, whichever is the greater;
2. consult members before the summer on the action they would take to win it;
3. publish the cost of the claim beside the cost of agency cover.

%auto Restore the lost decade
%mover Kelbridge General Hospital branch

A band 5 nurse who began in 2010 has seen her pay fall behind prices in eight years out of ten. This is no accident of arithmetic: it was chosen, year upon year, by governments which knew who would bear it.

This Conference calls upon the Service Group Executive to prepare, with independent economists, a plan for the restoration of pay in real terms to the level of 2010 within four years, and to refuse any multi-year settlement that does not contain it.

%auto A thirty-five hour week for health workers
%mover Proposed by Border Counties Region

Conference recognises that the standard week of thirty-seven and a half hours has not changed since 1991, though the work done within it has doubled.

Conference believes:
a) that exhausted staff make mistakes which rested staff do not;
b) that shorter hours would bring back some of the forty thousand who have left;
c) that rosters are written for buildings and ought to be written for people.

Conference resolves:
a) to seek a standard week of thirty-five hours without loss of pay in the next round of talks;
b) to ask two trusts to try it for a year, with results open to all;
c) to report to the conference of 2022.

%amendment 3.1
%mover Capital Region

In the final list, delete point b) and insert:

“to ask at least six trusts, of which two shall be ambulance services, to try it for eighteen months, with the costs of cover met by the Department;”

%amendment 3.2
%mover Saltholme Health branch

In point a) of the resolution delete “thirty-five” and insert “thirty-two” throughout.

%auto Unsocial hours in ambulance control rooms
%mover Ambulance Occupational Committee

Conference is aware that call handlers in four ambulance services are paid the night rate from eight in the evening and in the other seven from ten, for the same calls from the same public.

Conference asks the Service Group Executive to negotiate a single agreement for all control rooms, under which the better of the two arrangements applies from the date of signature, and to report progress in the quarterly bulletin.

%auto Bank staff and the band they are worth
%mover Submitted by: Aldermoor Hospitals branch

Conference notes that a healthcare assistant who takes an extra shift through the staff bank in her own ward is commonly paid at the foot of a lower band than the one she works in from Monday to Friday.

Conference believes that the work is the same work and the patient is the same patient.

Conference instructs the Service Group Executive to campaign for bank shifts to be paid at the band and point of the substantive post, with enhancements, and to advise branches on claims for the past six years.

%auto Zero hours on the ward
%mover Submitted by: Thornsea County branch and Quenby Health branch

Conference deplores the spread of contracts that promise nothing.

Conference notes that:
* in one trust of our region every new domestic since 2019 has been engaged at zero hours;
* two members were told of the end of their work by the silence of a telephone;
* those who complain about safety find that there are no more shifts.

Conference calls for a guaranteed minimum of sixteen hours to be offered to everyone who has worked for twelve weeks, and instructs the Service Group Executive to make this a demand in every recognition agreement.

%auto Free parking for all who work in hospitals
%mover Moved by the Peak and Wold Region

Conference welcomes the decision to waive car parking charges while the emergency lasts, and notes with concern that it may be ended by a letter.

Conference notes that a cleaner in Marrowby pays £58 a month for a space that she cannot find after seven in the morning.

Conference instructs the Service Group Executive:
(i) to demand that the waiver be made permanent for staff, students and volunteers;
(ii) to oppose its replacement by a lottery of permits;
(iii) to press for buses that run at the hours when shifts begin and end.

%section Staffing

%auto Safe staffing in law
%mover Submitted by: Tidewater Region

Conference notes the tragedies of the past fifteen years, and that each inquiry has reported the same thing: too few staff, whose warnings were not heard.

Conference reaffirms Motion 14 of the 2018 Health and Care Service Group Conference, which called for ratios of nurses to patients in every ward.

Conference instructs the Service Group Executive to:
1. campaign for a statute that sets minimum numbers for each kind of ward and for community teams;
2. seek a duty on boards to publish each failure within {-a month-}{+seven days+};
3. support, with legal help, any member who refuses to be left in charge of more patients than the law allows{-, so far as funds permit-}.

%amendment 8.1
%mover Submitted by: Callow Valley branch

Insert a new point 4:

“4. insist that healthcare assistants be counted separately, and never as a part of a nurse.”

%auto Nobody should be the only nurse
%mover Port Ellery Hospital branch

Conference believes that no registered nurse should be the only one on a ward at any hour.

Conference therefore instructs the Service Group Executive to issue a ballot for industrial action in each trust where this has occurred on more than {-ten-}{+three+} nights in a month.

%auto Colleagues from overseas
%mover Submitted jointly by the Black Members’ Committee and Capital Region

Conference pays tribute to the hundred and seventy thousand colleagues who came from other countries to care for ours.

Conference notes that they pay for the health service twice: once through their taxes and again through a surcharge, which was to have been abolished last May and which many are still waiting to be repaid.

Conference condemns employers that hold back passports, tie workers to contracts with penalties of up to £14,000 for leaving, or house six in a flat at the rent of three.

Conference instructs the Service Group Executive to:
1. campaign for the repayment of the surcharge with interest, and for its abolition;
2. publish a guide, in the eight languages most spoken by members, to
  a) pay bands and how they are decided;
  b) the right to change employers;
  c) what to do about a repayment clause;
3. elect an organiser for overseas members in each region from among themselves.

%auto Community nursing is not counted by the visit
%mover Fenland and Broads Region

District nurses, health visitors and school nurses do work that is counted in visits and felt in hours. In the Fens a round of nine visits can mean eighty miles.

Conference regrets that the number of district nurses has fallen by almost half in ten years, while the number of people over eighty-five has risen by a quarter.

Conference resolves that the Service Group Executive shall press for a caseload limit in every community contract, for paid travelling time, and for phones that work where the patients live.

%amendment 11.1
%mover Wexbury and District branch

Add at end:

“Conference further resolves to oppose the use of tracking applications that measure minutes at the door, and to support branches which withdraw from them.”

%auto Nursing associates: a profession and not a discount
%mover Northern Health Committee

Conference notes that the role of nursing associate was created to bridge a gap and has become the plank which is laid across it for good.

Conference believes that nursing associates deserve a ladder. They are owed a funded place on the shortened degree, time away from the ward to study, and a job at the end of it.

Conference calls on the Service Group Executive to oppose any roster in which a nursing associate takes the place of a registered nurse, and to recruit nursing associates to this union on the first day of their training.

%plain
%mover Submitted by: Esk and Liddel branch

Conference, we have a simple request. Our hospital employs eleven managers for transformation and has four physiotherapists. We ask the Service Group Executive to collect the same two figures from every trust in the country, to print them in one table, and to send it to each member of parliament.

%section Health and safety

%auto MASKS THAT FIT
%mover Submitted by: Women’s Committee

Conference notes that three quarters of our members are women and that most protective equipment is made to the measurements of a man of 1.78 metres.

Conference notes reports of masks held on with tape, gowns tied twice round and gloves in one size only.

Conference instructs the Service Group Executive to:
a) demand that fit testing be carried out for every worker, in paid time, before exposure and not after;
b) insist on reusable respirators where the disposable will not seal;
c) support claims by members who were infected at work;
d) ask the standards institute for sizes that are drawn from the people who wear them.

%auto Long Covid is an industrial disease
%mover Health and Safety Forum

Conference notes that an estimated one in twenty-five health workers still has symptoms more than three months after infection.

Conference is appalled that some have already been called to a final absence meeting.

Conference instructs the Service Group Executive to:
1. seek the listing of long Covid as a prescribed industrial disease for health and care workers;
2. negotiate a national agreement that absence with long Covid is disregarded for sick pay and dismissal;
3. establish a hardship fund of £500,000 from the general reserves of the union;
4. train branch officers to represent members at ill-health hearings.

%amendment 15.1
%mover Hallowdale Health branch

In point 3 replace “£500,000” by “£2 million, to be raised by a levy of fifty pence a month”.

%auto Somewhere to sit down
%mover Estates and Facilities Committee

Conference notes that of sixty hospitals visited by our safety representatives last winter twenty-two had turned a staff room into a store, a clinic or an office for a contractor.

Conference believes that a rest break taken on an upturned crate in a linen cupboard is not a rest break.

Conference instructs the Service Group Executive to draw up, with architects who are members of a sister union, a standard for staff rooms: daylight, hot water, chairs, lockers and a door that the public cannot open.

%auto Violence is not part of the job
%mover Submitted by: Ambulance Occupational Committee

Conference notes that assaults on ambulance crews have risen by a third in two years and that fewer than one in fourteen led to a conviction.

Conference believes that posters saying that abuse will not be tolerated are no use where it is tolerated every night.

Conference calls on the Service Group Executive to:
* negotiate a national minimum for crew numbers on night calls;
* obtain body cameras only where crews have agreed to them, and never for discipline;
* ask chief constables for a named officer in every district;
* secure full pay for anyone injured by assault, without limit of time.

%typed 18. Fatigue and the drive home – Border Counties Region

Conference remembers the three members who have died since 2017 at the wheel of their own cars after a night shift.

Conference believes that an employer which forbids sleep on the premises shares the blame for what occurs on the road.

Conference instructs the Service Group Executive to seek rest rooms with beds in every hospital, taxis at the employer’s cost after any shift that overruns by an hour, and an end to rosters that turn from nights to days inside forty-eight hours.

%section Equality

%typed 19. Black workers on the front line: risk assessments that count – Black Members’ Committee

Conference notes that two in three of the health workers who died in the first wave were Black, and that an individual risk assessment was promised to all in June.

Conference further notes that a third of Black members had had none by Christmas, and that a further third had been asked to fill in a form on a telephone and heard no more.

Conference instructs the Service Group Executive to:
1. demand publication by each employer of the number carried out, by ethnicity and grade;
2. advise members of their right to leave a place of serious and imminent danger;
3. call for a public inquiry with the power to compel, to which families and unions are parties.

%typed 20. The menopause at work – Women’s Committee

Conference recognises that there are more than a million women between forty-five and fifty-five in the service and that a uniform of polyester, a ward at twenty-six degrees and a policy on absence with three triggers are a poor mixture.

Conference calls upon the Service Group Executive to produce a model agreement on the menopause, and to include in it breathable uniforms, control of temperature, access to water and toilets, and adjustments without a sickness record.

%amendment 20.1
%mover LGBT+ Members’ Committee

After “Conference recognises that there are more than a million women” insert “and an unknown number of trans and non-binary colleagues”.

%typed 21. Shielding without shame – Disabled Members’ Committee

Conference notes that those who were told to shield were, in many trusts, told also that they were letting down their team.

Conference notes that home working, which disabled members had asked for in vain during twenty years, was arranged for managers in one weekend.

Conference believes that what was possible in an emergency is reasonable afterwards.

Conference instructs the Service Group Executive to negotiate a right to remain on adjusted duties for as long as a doctor advises it, and to resist the use of capability procedures against anyone who has shielded.

%typed 22. Uniforms for all bodies – Young Members’ Network

Conference notes that tunics are still ordered in “male” and “female” patterns, that maternity sizes take eleven weeks, and that a hijab in theatre green has to be bought by the wearer.

Conference asks the Service Group Executive to agree with suppliers a national catalogue, free of charge, from which each member chooses what fits.

%section Services in public hands

%typed 23. Bring the laundries home – Thornsea County branch

Conference notes that hospital linen in our county now travels 140 miles to be washed, and that on eleven days of January it did not come back.

Conference reaffirms Composite B carried in 2018 on direct employment.

Conference resolves to support branches that make the case for laundries, sterile supply and catering to return to the public service when contracts end, with a handbook, a research officer and a speaker from a branch that has done it.

%typed 24. Test and trace: public money, private failure – Capital Region

Conference condemns the award of contracts worth £22 billion for a system that at its worst reached one contact in two.

Conference notes that where local directors of public health did the work with their own staff they reached nineteen in twenty.

Conference instructs the Service Group Executive to:
a) campaign for the work and its budget to pass to public health teams in councils;
b) call for recovery of money from firms that failed;
c) demand that those who were employed at a call centre for the purpose be offered training and public employment.

%typed 25. A national care service // publicly owned and democratically run // Peak and Wold Region

Conference believes that care should be free when it is needed and paid for as the health service is.

Conference notes that four fifths of care homes belong to private companies, that the largest of them is in debt to its own owners, and that thirty thousand residents died in the first year of the pandemic.

Conference instructs the Service Group Executive to campaign for a national care service, to include:
1. the return of homes to public ownership when they fail or change hands;
2. sector-wide bargaining with a minimum of £12 an hour;
3. boards with seats for residents, families and staff;
4. full sick pay from the first day.

If Motion 25 is carried, Motions 26 and 27 fall.

%typed 26. A royal commission on care – Hallowdale Health branch

Conference calls upon the Service Group Executive to press for a royal commission on the funding of social care, which should take evidence from workers as well as from accountants and should report before the end of this parliament.

%amendment 26.1
%mover Port Ellery Hospital branch

Delete “before the end of this parliament” and insert “within nine months”.

%typed 27. A voucher for care – Lindhope Care branch

Conference is persuaded that families who are given a budget of their own choose well, and that a voucher, which may be spent with any registered provider that recognises a union, would do more for standards than a further reorganisation.

Conference asks the Service Group Executive to publish a discussion paper on such a scheme in time for our next annual meeting.

%typed 28. Beds a hundred miles away – Mental Health Occupational Committee

Conference notes that on any night some seven hundred people in a mental health crisis are in a bed far from home because there is none nearer.

Conference notes that their nurses spend whole shifts on the motorway as escorts.

Conference calls on the Service Group Executive to support a legal limit of twenty-five miles, to oppose the closure of wards before community teams are staffed, and to publish the sums that are paid to private hospitals for what we used to do ourselves.

%typed 29. Dental deserts – Fenland and Broads Region

In the whole of Lathmoor there is no dentist who will accept an adult as a public patient. Members have told us of teeth pulled with pliers.

Conference resolves that dental nurses and technicians be invited to form a section in this union and that the Service Group Executive campaign for salaried public dentists in each district.

%typed 30. Pathology networks – Submitted by the Biomedical Scientists’ Committee

Conference notes the plan to merge one hundred and twenty-two hospital laboratories into twenty-nine networks.

Conference believes that a sample in the back of a van is not a result.

Conference instructs the Service Group Executive to oppose any merger that moves urgent work from a hospital with an emergency department, and to bring together the branches in each network so that they bargain as one.

%section Organising and rules

%typed 31. Learning for everyone – Union Learning Committee

Conference deplores the withdrawal of the learning fund, through which eleven thousand of our members gained a qualification in five years, and which returned £12 for each pound that was spent.

Conference resolves to keep the work alive, to negotiate learning agreements with employers and to set aside one hour at each branch meeting in the autumn for courses.

%typed 32. Facility time for health representatives: // written down, paid for and taken // Kelbridge General Hospital branch

Conference notes that since March of last year safety representatives have done more inspections than in the previous four years together, mostly in their own time.

Conference instructs the Service Group Executive to:
1. publish a model facilities agreement by September;
2. collect the hours promised and the hours taken in each branch;
3. support a dispute wherever {+the difference between them is more than one quarter+}{-managers are unreasonable-}.

%rule 33. Change to the standing orders of the service group – Standing Orders Committee

Standing order 7.2: delete “in writing and delivered by hand” and insert “in writing, which includes electronic mail”.

Standing order 7.4: renumber as 7.5 and insert a new 7.4: “An amendment shall be received not later than noon on the twenty-first day before conference.”

Requires a majority of two thirds of those voting.

%section Emergency motions

%emergency EM1. The closure of Quenby Cottage Hospital
%mover Submitted by: Quenby Health branch

Conference learned with anger on 6 April that Quenby Cottage Hospital, with its twenty-two beds and its minor injuries unit, is to be shut on the last day of this month “for reasons of resilience”.

Conference sends its support to the forty-three members who heard of it from the local radio.

Conference instructs the Service Group Executive to give every help to the occupation of the day room, to fund a judicial review if counsel advises it, and to write to the Secretary of State before the week is out.

%statement Statement of the Service Group Executive: after the pandemic

The Executive reports to conference that 312 members of this union have died of the virus since March 2020. Their names are read at the opening of this conference.

The Executive has decided that no recovery plan of any employer will be agreed which does not begin with leave. It will publish by the autumn a charter for recovery with branches of every occupation, and invites all regions to hold hearings at which members may say what was done to them and by whom.
"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
CHANGE = 'w:id="%d" w:author="SOC office" w:date="2021-03-%02dT10:15:00Z"'
MARK = re.compile(r"^( *)(\d+\. |[a-z]\) |\([ivx]+\) |\* )(.*)$")
# The numbering of each kind of mark: format and text of level 0 and of level 1.
FORMATS = {"1": ("decimal", "%1."), "a": ("lowerLetter", "%1)"), "(": ("lowerRoman", "(%1)"),
           "*": ("bullet", "•")}
ABSTRACT = {"1": 1, "a": 2, "(": 3, "*": 4}


class Writer:
    """Collects the paragraphs of the body and the lists that they use."""

    def __init__(self):
        self.body, self.toc, self.lists, self.changes = [], [], [], 0
        self.motions = 0

    def run(self, text, deleted=False):
        tag = "w:delText" if deleted else "w:t"
        parts = []
        for piece in text.split(" // "):
            parts.append('<%s xml:space="preserve">%s</%s>' % (tag, escape(piece), tag))
        return "<w:r>%s</w:r>" % "<w:br/>".join(parts)

    def change(self, tag, inner):
        self.changes += 1
        mark = CHANGE % (self.changes + 400, 1 + self.changes)
        return "<w:%s %s>%s</w:%s>" % (tag, mark, inner, tag)

    def runs(self, text):
        found = []
        for piece in re.split(r"(\{\+.*?\+\}|\{-.*?-\})", text):
            if piece.startswith("{+"):
                found.append(self.change("ins", self.run(piece[2:-2])))
            elif piece.startswith("{-"):
                found.append(self.change("del", self.run(piece[2:-2], True)))
            elif piece:
                middle = len(piece) // 2 if len(piece) > 90 else len(piece)
                # Long runs are cut in the middle of a word, as spelling marks cut them.
                found.extend(self.run(half) for half in (piece[:middle], piece[middle:]) if half)
        return "".join(found)

    def paragraph(self, text, style=None, number=None, extra=""):
        look = '<w:pStyle w:val="%s"/>' % style if style else ""
        if number is not None:
            look += '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % number
        look = "<w:pPr>%s%s</w:pPr>" % (look, extra) if look or extra else ""
        self.body.append("<w:p>%s%s</w:p>" % (look, self.runs(text)))

    def new_list(self, mark):
        self.lists.append(ABSTRACT[mark])
        return len(self.lists) + 1

    def block(self, text):
        current = None
        for line in text.split("\n"):
            match = MARK.match(line)
            if not match:
                self.paragraph(line)
                current = None
                continue
            if current is None:
                current = self.new_list(match.group(2)[0])
            self.paragraph(match.group(3), "ListParagraph", (1 if match.group(1) else 0, current))

    def heading(self, kind, text):
        if kind == "section":
            self.paragraph(text, "Heading1")
            self.toc.append((1, text))
        elif kind in ("auto", "plain"):
            self.motions += 1
            # Heading2 carries the numbering "Motion 1" in its style.
            self.paragraph(text, "Heading2")
            self.toc.append((2, ("Motion %d\t%s" % (self.motions, text)).rstrip()))
        elif kind == "amendment":
            self.paragraph("Amendment " + text, "Heading3")
        else:
            self.paragraph(text, "MotionTyped")
            self.toc.append((2, text.replace(" // ", " ")))


def agenda(writer):
    for chunk in AGENDA.strip().split("\n\n"):
        lines = chunk.split("\n")
        while lines and lines[0].startswith("%"):
            kind, _, text = lines.pop(0)[1:].partition(" ")
            if kind == "mover":
                writer.paragraph(text, "Mover")
            else:
                writer.heading(kind, text)
        if lines:
            writer.block("\n".join(lines))


def field(instruction, shown):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
            '%s </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>%s'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>' % (instruction, shown))


def contents(entries):
    """The contents field as it was last updated, with a page number after each entry."""
    found = ['<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>Contents</w:t></w:r></w:p>']
    for index, (level, text) in enumerate(entries):
        cells = "<w:r><w:tab/></w:r>".join(
            "<w:r><w:t>%s</w:t></w:r>" % escape(cell)
            for cell in text.split("\t") + [str(3 + index // 4)])
        start = end = ""
        if index == 0:
            start = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
                     'xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
                     '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
        if index == len(entries) - 1:
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        found.append('<w:p><w:pPr><w:pStyle w:val="TOC%d"/></w:pPr>%s%s%s</w:p>'
                     % (level, start, cells, end))
    return ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            '</w:docPartObj></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % "".join(found))


def timetable():
    rows = [("Session", "Opens", "Business"), ("Monday afternoon", "14.00", "Pay and reward; Staffing"),
            ("Tuesday morning", "9.30", "Health and safety; Equality"),
            ("Tuesday afternoon", "14.00", "Services in public hands"),
            ("Wednesday morning", "9.30", "Organising and rules; emergency business")]
    cell = "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"
    return "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr>%s</w:tbl>" % "".join(
        "<w:tr>%s</w:tr>" % "".join(cell % text for text in row) for row in rows)


def document():
    front, writer = Writer(), Writer()
    agenda(writer)
    front.paragraph("Waymark", "Subtitle")
    front.paragraph("2021 Health and Care Service Group Conference", "Title")
    front.paragraph("Final Agenda", "Subtitle")
    front.paragraph("12 to 14 April 2021, held online from Saltholme", "Subtitle")
    front.paragraph("Delegates are reminded that motions appear as they were submitted, with the changes "
                    "that the Standing Orders Committee has agreed with movers still marked.")
    middle = Writer()
    middle.paragraph("Timetable", "TOCHeading")
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference '
               'w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    inner = front.body + [contents(writer.toc)] + middle.body + [timetable()] + writer.body
    text = (HEAD + '<w:document xmlns:w="%s" xmlns:r="%s/relationships"><w:body>%s%s</w:body>'
            "</w:document>" % (W, OFFICE, "\n".join(inner), section))
    return text, writer.lists


def numbering(lists):
    abstracts = ['<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
                 '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                 '<w:pStyle w:val="Heading2"/><w:lvlText w:val="Motion %1"/></w:lvl></w:abstractNum>']
    for mark, which in ABSTRACT.items():
        form, shape = FORMATS[mark]
        second, under = FORMATS["a" if mark == "1" else "("]
        abstracts.append(
            '<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>'
            "</w:abstractNum>" % (which, form, shape, second, under.replace("%1", "%2")))
    numbers = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']
    for index, which in enumerate(lists, 2):
        numbers.append('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0">'
                       '<w:startOverride w:val="1"/></w:lvlOverride></w:num>' % (index, which))
    return HEAD + '<w:numbering xmlns:w="%s">%s%s</w:numbering>' % (W, "\n".join(abstracts), "\n".join(numbers))


def styles():
    plain = {"Title": "Title", "Subtitle": "Subtitle", "Mover": "Mover line", "ListParagraph": "List Paragraph",
             "TOCHeading": "TOC Heading", "TOC1": "toc 1", "TOC2": "toc 2", "Header": "header", "Footer": "footer"}
    made = ['<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>']
    for key, name in plain.items():
        made.append('<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/>'
                    '<w:basedOn w:val="Normal"/></w:style>' % (key, name))
    for level in (1, 2, 3):
        number = '<w:numPr><w:numId w:val="1"/></w:numPr>' if level == 2 else ""
        made.append('<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:basedOn '
                    'w:val="Normal"/><w:pPr>%s<w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
                    % (level, level, number, level - 1))
    made.append('<w:style w:type="paragraph" w:styleId="MotionTyped"><w:name w:val="Motion typed"/><w:basedOn '
                'w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>')
    return HEAD + '<w:styles xmlns:w="%s">%s</w:styles>' % (W, "\n".join(made))


def margin(tag, style, inner):
    return HEAD + ('<w:%s xmlns:w="%s"><w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p></w:%s>'
                   % (tag, W, style, inner, tag))


def parts():
    text, lists = document()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    names = {"document": "document.main", "styles": "styles", "header1": "header", "numbering": "numbering",
             "footer1": "footer"}
    types = "".join('<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>' % (name, kind, what)
                    for name, what in names.items())
    relation = '<Relationship Id="rId%d" Type="' + OFFICE + '/relationships/%s" Target="%s"/>'
    inner = "".join(relation % row for row in (
        (1, "styles", "styles.xml"), (2, "numbering", "numbering.xml"), (3, "header", "header1.xml"),
        (4, "footer", "footer1.xml")))
    return [
        ("[Content_Types].xml", HEAD + '<Types xmlns="%s/content-types"><Default Extension="rels" ContentType='
         '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
         '"application/xml"/>%s</Types>' % (PACKAGE, types)),
        ("_rels/.rels", HEAD + '<Relationships xmlns="%s/relationships">%s</Relationships>'
         % (PACKAGE, relation % (1, "officeDocument", "word/document.xml"))),
        ("word/document.xml", text),
        ("word/_rels/document.xml.rels", HEAD + '<Relationships xmlns="%s/relationships">%s</Relationships>'
         % (PACKAGE, inner)),
        ("word/numbering.xml", numbering(lists)),
        ("word/styles.xml", styles()),
        ("word/header1.xml", margin("hdr", "Header",
                                    "<w:r><w:t>Waymark Health and Care Conference 2021 – Final Agenda</w:t></w:r>")),
        ("word/footer1.xml", margin("ftr", "Footer", field("PAGE", "<w:r><w:t>1</w:t></w:r>"))),
    ]


def main():
    with zipfile.ZipFile(Path(__file__).with_name("agenda.docx"), "w") as archive:
        for name, text in parts():
            entry = zipfile.ZipInfo(name, (2021, 3, 31, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode("utf-8"))


if __name__ == "__main__":
    main()
