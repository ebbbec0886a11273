#!/usr/bin/env python3
# Makes autonumber-headings.docx: numbers are automatic (Motion %1 / Amendment %1.%2 / (a)).
import sys, zipfile, re
from xml.sax.saxutils import escape
SRC = """@@file nature=agenda|conference=Staff Side Conference 2031|year=2031
#T Guild of Museum and Gallery Attendants
#T Staff Side Conference 2031
#P Agenda and timetable of business
#S Working conditions
@@m n=1|t=Chairs in every gallery|by=City Galleries branch
#M Chairs in every gallery
#B Moved by: City Galleries branch
#P ⟦Conference notes that attendants stand for up to seven hours on marble floors. Conference believes that a chair does no harm to the dignity of a painting. Conference instructs the committee:
#L to demand one chair for every attendant on duty;
#L to collect medical evidence from members with bad feet;
#L to name in our journal any institution that will not agree.⟧
@@a n=1.1|am=1|by=Castle and Keep branch
#A
#B Moved by: Castle and Keep branch
#P ⟦In the first instruction, after "chair" insert "with a back".⟧
@@m n=2|t=Cold galleries|by=Natural History branch
#M Cold galleries
#B Moved by: Natural History branch
#P ⟦Conference is aware that galleries are kept cool for the sake of the exhibits and not of the attendants. In the hall of whales the temperature last January was nine degrees. Conference calls for a rota of not more than one hour in cold rooms, for coats in place of blazers, and for a hot drink at each change.⟧
@@m n=3|t=Verbal abuse by visitors|by=City Galleries branch
#M Verbal abuse by visitors
#B Moved by: City Galleries branch
#P ⟦Conference deplores the rise of abuse since bags have been searched at the door. It welcomes the notice put up by the Transport Museum, in which visitors are told that they may be asked to leave. It resolves that the same notice should be put up everywhere, and that attendants should not be asked to apologise.⟧
@@a n=3.1|am=3|by=Transport Museum branch
#A
#B Moved by: Transport Museum branch
#P ⟦Delete the second sentence and insert "It regrets that the notice at the Transport Museum was taken down in May."⟧
@@a n=3.2|am=3|by=Natural History branch
#A
#B Moved by: Natural History branch
#P ⟦Add at the end: "and that each incident be recorded in a book."⟧
#S Pay and hours
@@m n=4|t=Sunday opening|by=Castle and Keep branch
#M Sunday opening
#B Moved by: Castle and Keep branch
#P ⟦Conference recalls that Sunday work was brought in as a trial in 2019 and has never been reviewed. Attendants with children have had one Sunday at home in four. Conference asks for time and a half, for at least two free Sundays in each month, and for an end to the trial if neither is granted by September.⟧
@@m n=5|t=Evening hire|by=Transport Museum branch
#M Evening hire
#B Moved by: Transport Museum branch
#P ⟦Conference notes that our museums are let for weddings and dinners at five thousand pounds a night, while those who stay to mind the engines are paid as though it were the afternoon. Conference demands a fixed fee of one hundred pounds for any evening on which a hall is let, with a taxi home after eleven.⟧
@@m n=6|t=Training in first aid|by=Natural History branch
#M Training in first aid
#B Moved by: Natural History branch
#P ⟦Conference thanks the members who saved the life of a visitor beneath the whale on 2 April. Not one of them had been trained at the expense of the museum. Conference urges:
#L a course of two days for each attendant in the first year;
#L an allowance of four pounds a week for those who hold the certificate.⟧
#S Organisation of the Guild
@@r n=7|t=Rule 5: subscriptions|by=Guild Committee
#M Rule 5: subscriptions
#B Moved by: Guild Committee
#P ⟦In Rule 5.1 delete "£7.50" and insert "£8.00", with effect from the first of April next.⟧
@@m n=8|t=A choir|by=City Galleries branch
#M A choir
#B Moved by: City Galleries branch
#P ⟦Conference believes that a union which sings is a union which meets. Conference agrees to pay for the hire of a room and of a piano on one evening in each month, to invite members of all branches together with their families, and to ask the choir, when it is ready, to open this Conference in place of the recorded music.⟧
"""
W='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def main(out):
    ps=[];num=100
    for l in SRC.split('\n'):
        if not l or l.startswith('@@'): continue
        k=l[1]; t=re.sub('[⟦⟧]','',l[3:])
        if k!='L': fresh=True
        elif fresh: num+=1; fresh=False
        ppr={'T':'<w:pStyle w:val="Title"/>','S':'<w:pStyle w:val="Heading1"/>','P':'','B':'<w:ind w:left="360"/>',
             'M':'<w:pStyle w:val="Heading2"/>','A':'<w:pStyle w:val="Heading3"/>',
             'L':'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>'%num}[k]
        r='<w:i/>' if k=='B' else ''
        run='<w:r><w:rPr>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>'%(r,escape(t)) if t else ''
        ps.append('<w:p><w:pPr>%s</w:pPr>%s</w:p>'%(ppr,run))
    doc='<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document %s><w:body>%s<w:sectPr/></w:body></w:document>'%(W,'\n'.join(ps))
    lv=lambda i,fmt,txt,st='':'<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:suff w:val="space"/><w:lvlText w:val="%s"/></w:lvl>'%(i,fmt,st,txt)
    numb='<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering %s>'%W
    numb+='<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'+lv(0,'decimal','Motion %1:','<w:pStyle w:val="Heading2"/>')+lv(1,'decimal','Amendment %1.%2','<w:pStyle w:val="Heading3"/>')+'</w:abstractNum>'
    numb+='<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'+lv(0,'lowerLetter','(%1)')+'</w:abstractNum>'
    numb+='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    for n in range(101,num+1): numb+='<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'%n
    numb+='</w:numbering>'
    sty=lambda i,n,p='':'<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:pPr>%s</w:pPr></w:style>'%(i,n,p)
    styles='<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles %s>'%W+'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'+sty('Title','Title')+sty('Heading1','heading 1','<w:outlineLvl w:val="0"/>')
    styles+=sty('Heading2','heading 2','<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>')+sty('Heading3','heading 3','<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/>')+'</w:styles>'
    ct='<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    for p,t in(('document','document.main'),('styles','styles'),('numbering','numbering')): ct+='<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>'%(p,t)
    ct+='</Types>'
    R='http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    rel=lambda xs:'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'+''.join('<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>'%(i+1,R,a,b) for i,(a,b) in enumerate(xs))+'</Relationships>'
    with zipfile.ZipFile(out+'/autonumber-headings.docx','w',zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml',ct);z.writestr('_rels/.rels',rel([('officeDocument','word/document.xml')]))
        z.writestr('word/document.xml',doc);z.writestr('word/styles.xml',styles);z.writestr('word/numbering.xml',numb)
        z.writestr('word/_rels/document.xml.rels',rel([('styles','styles.xml'),('numbering','numbering.xml')]))
if __name__=='__main__': main(sys.argv[1] if len(sys.argv)>1 else '.')
