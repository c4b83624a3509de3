#ifndef GRADUS_CLIBXML2_SHIM_H
#define GRADUS_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers clash with those of Foundation when one target
// imports both. Nothing here uses an encoding handler by value, so the ICU part can be left out.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlwriter.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses as unsafe to share.
static inline void clibxml2_free(void *p) { xmlFree(p); }

#endif
