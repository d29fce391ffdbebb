<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message numerus="yes">
        <source>%n waiting post(s) will be taken back.</source>
        <translation>
            <numerusform>%Ln waiting post will be taken back.</numerusform>
            <numerusform>%Ln waiting posts will be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n suggested wording(s)</source>
        <translation>
            <numerusform>%Ln suggested wording</numerusform>
            <numerusform>%Ln suggested wordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>%n pictures have no description</source>
        <translation>
            <numerusform>%Ln picture has no description</numerusform>
            <numerusform>%Ln pictures have no description</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds since saving</comment>
        <translation>
            <numerusform>%Ln s ago</numerusform>
            <numerusform>%Ln s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) to take it back</source>
        <translation>
            <numerusform>%Ln second to take it back</numerusform>
            <numerusform>%Ln seconds to take it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish to %n account(s)</source>
        <translation>
            <numerusform>Publish to %Ln account</numerusform>
            <numerusform>Publish to %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{network} {count} / {limit} · %n too many</source>
        <translation>
            <numerusform>{network} {count} / {limit} · %Ln too many</numerusform>
            <numerusform>{network} {count} / {limit} · %Ln too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message numerus="yes">
        <source>Nothing has left yet. It leaves in %n second(s).</source>
        <translation>
            <numerusform>Nothing has left yet. It leaves in %Ln second.</numerusform>
            <numerusform>Nothing has left yet. It leaves in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message numerus="yes">
        <source>✓ %n suggestion(s) are waiting.</source>
        <translation>
            <numerusform>✓ %Ln suggestion is waiting.</numerusform>
            <numerusform>✓ %Ln suggestions are waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>Will be published on {to} in %n s</source>
        <translation>
            <numerusform>Will be published on {to} in %Ln s</numerusform>
            <numerusform>Will be published on {to} in %Ln s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message numerus="yes">
        <source>%n older post(s)</source>
        <translation>
            <numerusform>%Ln older post</numerusform>
            <numerusform>%Ln older posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message numerus="yes">
        <source>%n picture(s), {size}</source>
        <translation>
            <numerusform>%Ln picture, {size}</numerusform>
            <numerusform>%Ln pictures, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without description</source>
        <translation>
            <numerusform>%Ln without description</numerusform>
            <numerusform>%Ln without description</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing else is sent, and nobody else is told: not your employer, nobody by e-mail. After you press Publish you have %n second(s) to take it back.</source>
        <translation>
            <numerusform>Nothing else is sent, and nobody else is told: not your employer, nobody by e-mail. After you press Publish you have %Ln second to take it back.</numerusform>
            <numerusform>Nothing else is sent, and nobody else is told: not your employer, nobody by e-mail. After you press Publish you have %Ln seconds to take it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish to %n account(s)</source>
        <translation>
            <numerusform>Publish to %Ln account</numerusform>
            <numerusform>Publish to %Ln accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message numerus="yes">
        <source>%n picture(s) on {host} not fetched</source>
        <translation>
            <numerusform>%Ln picture on {host} not fetched</numerusform>
            <numerusform>%Ln pictures on {host} not fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scheduled</name>
    <message numerus="yes">
        <source>%n try(s)</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%Ln try</numerusform>
            <numerusform>%Ln tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new suggestion(s).</source>
        <translation>
            <numerusform>%Ln new suggestion.</numerusform>
            <numerusform>%Ln new suggestions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%Ln withdrawn</numerusform>
            <numerusform>%Ln withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{title}: %n suggestion(s).</source>
        <translation>
            <numerusform>{title}: %Ln suggestion.</numerusform>
            <numerusform>{title}: %Ln suggestions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>%n new · show</source>
        <translation>
            <numerusform>%Ln new · show</numerusform>
            <numerusform>%Ln new · show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>Sent to your employer: %n message(s)</source>
        <translation>
            <numerusform>Sent to your employer: %Ln message</numerusform>
            <numerusform>Sent to your employer: %Ln messages</numerusform>
        </translation>
    </message>
</context>
</TS>
